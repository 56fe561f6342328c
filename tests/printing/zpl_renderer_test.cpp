// Our ZPL, drawn by somebody else's renderer and read back. It comes from the npm registry at the first run;
// where it cannot be had the test fails and says so.
#include <algorithm>
#include <gtest/gtest.h>

#include "tests/places.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

namespace fs = std::filesystem;

std::string tool(const std::string& name) {
    return welcome::test::source_dir() + "/tests/printing/zpl/" + name;
}

// Beside this test's own program, so that a build folder has one.
fs::path renderer() {
    return fs::read_symlink("/proc/self/exe").parent_path() / "zpl-renderer";
}

std::string without_dash(std::string name) {
    std::erase(name, '.');
    return name;
}

TEST(SomebodyElsesRenderer, DrawsEveryLabelDotByDotAndItsCodeIsRead) {
    const auto fetched = output_of(tool("fetch") + " " + renderer().string());
    ASSERT_EQ(fetched, "")
        << "npm install of the ZPL renderer failed; is the registry reached? Try it by hand: "
        << tool("fetch") << " " << renderer();
    const OwnFolder folder;
    auto painter = test::painter();
    const std::vector<std::pair<std::string, Stock>> stocks{
        {"own", {62, 29}}, {"2x1", *stock_named("zebra-2x1")}, {"4x2", *stock_named("zebra-4x2")}};
    struct Drawn {
        std::string file;
        Raster raster;
        std::string code;
    };
    std::vector<Drawn> all;
    std::string command = "node " + tool("render.cjs") + " " + renderer().string();
    for (const auto& name : roll_sample_names()) {
        const Label label = sample_label(name);
        for (const auto& [word, stock] : stocks) {
            const auto zpl = painter.encode(label, {.language = Language::zpl, .dpi = 203, .stock = stock});
            const auto raster = painter.raster(label, 203, stock);
            ASSERT_TRUE(zpl && raster) << name;
            const auto file = folder.path() / (without_dash(name) + word);
            write_file(file.string() + ".zpl", *zpl);
            command += " " + file.string() + ".zpl:" + std::to_string(stock.width) + ":" +
                       std::to_string(stock.height) + ":8";
            all.push_back({file.string(), *raster, label.qr});
        }
    }
    ASSERT_EQ(output_of(command), "");

    // One process a stock, since all labels of one have one size.
    std::vector<fs::path> pictures;
    std::string codes;
    for (const auto& [word, stock] : stocks) {
        const auto one = std::find_if(all.begin(), all.end(), [&word = word](const Drawn& drawn) {
            return drawn.file.ends_with(word);
        });
        const auto size = std::to_string(one->raster.width) + "x" + std::to_string(one->raster.height);
        std::string convert = "mogrify -format gray -crop ";
        convert.append(size).append("+0+0 +repage -background white -extent ").append(size);
        convert.append(" -depth 8 ").append(folder.path().string()).append("/*").append(word).append(".png");
        ASSERT_EQ(output_of(convert), "");
    }
    for (const auto& drawn : all) {
        const auto grey = read_file(drawn.file + ".gray");
        ASSERT_EQ(grey.size(), drawn.raster.pixels.size()) << drawn.file;
        int differing = 0;
        for (std::size_t i = 0; i < grey.size(); ++i)
            if ((static_cast<unsigned char>(grey[i]) < 128) != (drawn.raster.pixels[i] < 128)) ++differing;
        EXPECT_EQ(differing, 0) << drawn.file;
        pictures.emplace_back(drawn.file + ".png");
        codes += drawn.code + "\n";
    }
    EXPECT_EQ(scanned(pictures), codes);
}

}  // namespace
}  // namespace welcome::printing::test
