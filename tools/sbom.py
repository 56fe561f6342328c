#!/usr/bin/env python3
"""What the programs are made of, as SPDX 2.3 JSON: the Debian packages whose headers were compiled in or whose libraries
are loaded, with their versions. A module (.so) is one of the first program's parts and bears its version.

    tools/sbom.py BUILD-FOLDER PROGRAM… [MODULE.so…] >sbom.spdx.json
"""
import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys


def said(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout


def compiled_in(build):
    """Headers of this machine that the compiler read."""
    return {line.strip() for line in said("ninja", "-C", build, "-t", "deps").splitlines()
            if line.startswith("    /usr/include/") or line.startswith("    /usr/lib/")}


def loaded(program):
    """Libraries that the program and its libraries load."""
    found = {str(pathlib.Path(path).resolve()) for path in re.findall(r"=> (/\S+)", said("ldd", program))}
    return found | {path.removeprefix("/usr") for path in found}  # older packages still say /lib


def packages_of(paths):
    """(name, version, source) of the Debian packages that these files came with."""
    names = set()
    paths = sorted(paths)
    for start in range(0, len(paths), 2000):
        told = subprocess.run(["dpkg-query", "-S", *paths[start:start + 2000]], capture_output=True, text=True).stdout
        for line in told.splitlines():
            names.update(part.strip() for part in line.rsplit(": ", 1)[0].split(",") if not line.startswith("diversion"))
    asked = said("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}\n", *sorted(names)) if names else ""
    return {tuple(line.split("\t")) for line in asked.splitlines()}


def spdx_id(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def package(name, version, source):
    return {"SPDXID": spdx_id(name), "name": name, "versionInfo": version, "downloadLocation": "NOASSERTION",
            "filesAnalyzed": False, "licenseConcluded": "NOASSERTION", "licenseDeclared": "NOASSERTION",
            "copyrightText": "NOASSERTION", "sourceInfo": f"built from the Debian source package {source}",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                              "referenceLocator": f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}"}]}


def main():
    build, programs = pathlib.Path(sys.argv[1]), [pathlib.Path(path) for path in sys.argv[2:]]
    headers = packages_of(compiled_in(build))
    packages, relations = {}, []
    for one in headers:
        packages[one[0]] = package(*one)
    version = said(programs[0], "--version").split()[-1]
    for program in programs:
        own = spdx_id(program.name)
        packages[program.name] = {
            "SPDXID": own, "name": program.name, "versionInfo": version, "downloadLocation": "NOASSERTION",
            "filesAnalyzed": False, "primaryPackagePurpose": "APPLICATION", "licenseConcluded": "NOASSERTION",
            "licenseDeclared": "NOASSERTION", "copyrightText": "NOASSERTION",
            "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(program.read_bytes()).hexdigest()}]}
        relations.append(("SPDXRef-DOCUMENT", "DESCRIBES", own))
        for one in sorted(packages_of(loaded(program))):
            packages.setdefault(one[0], package(*one))
            relations.append((own, "DYNAMIC_LINK", spdx_id(one[0])))
        relations += [(spdx_id(one[0]), "BUILD_DEPENDENCY_OF", own) for one in sorted(headers)]
    everything = [packages[name] for name in sorted(packages)]
    digest = hashlib.sha256(json.dumps(everything).encode()).hexdigest()
    json.dump({"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "welcome-table",
               "documentNamespace": f"https://welcometable.example/sbom/{digest}",
               "creationInfo": {"created": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                                "creators": ["Tool: tools/sbom.py"]},
               "packages": everything,
               "relationships": [{"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other}
                                 for one, how, other in relations]}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
