"""tools/bench prints what others rely on: one whole JSON line a figure; and says what it cannot measure."""
import json
import pathlib
import subprocess
import sys
import tempfile

RUN = pathlib.Path(__file__).resolve().parent / "run.py"


def bench(*words):
    return subprocess.run([sys.executable, str(RUN), *map(str, words)], capture_output=True, text=True)


def check_line(line):
    assert list(line) == ["name", "value", "unit", "better", "versus", "ratio"], line
    assert list(line["versus"]) == ["name", "value"], line
    assert line["better"] in ("lower", "higher") and line["unit"] and line["versus"]["name"], line
    assert line["value"] > 0 and line["versus"]["value"] > 0, line
    assert abs(line["ratio"] - line["value"] / line["versus"]["value"]) <= 0.01 * line["ratio"], line


def main(build):
    with tempfile.TemporaryDirectory() as folder:
        kept = pathlib.Path(folder) / "lines.json"
        ran = bench("--build", build, "--quick", "--only", "upload_bytes", "--json", kept)
        assert ran.returncode == 0, ran.stderr
        lines = [json.loads(line) for line in ran.stdout.splitlines()]
        assert lines and lines[0]["name"] == "upload_bytes", ran.stdout
        for line in lines:
            check_line(line)
        assert [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()] == lines

        missing = bench("--build", folder, "--only", "upload_bytes")
        assert missing.returncode == 1 and missing.stdout == "", missing
        assert "upload_bytes was not measured" in missing.stderr, missing.stderr
    assert bench("--only", "no_such_figure").returncode == 2
    assert bench("--help").returncode == 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
