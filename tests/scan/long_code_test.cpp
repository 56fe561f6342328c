// Long codes are read whole: other systems' readers cut or misread a text of 256 bytes and more, where a
// length is kept in one byte.

#include <gtest/gtest.h>

#include "kiosk/scan/decoder.h"
#include "tests/scan/pictures.h"

namespace welcome::kiosk::scan::test {

TEST(LongCodes, AreReadToTheLastLetter) {
    Decoder decoder;
    for (const std::size_t length : {127U, 128U, 254U, 255U, 256U, 257U, 300U, 511U, 512U, 513U, 800U}) {
        std::string text;
        while (text.size() < length) text += "guest " + std::to_string(text.size()) + "; ";
        text.resize(length - 1);
        text += '!';
        EXPECT_EQ(decoder.decode_thoroughly(code_picture(text, Symbol::qr_least_correction, 4)), text)
            << length << " bytes";
    }
}

}  // namespace welcome::kiosk::scan::test
