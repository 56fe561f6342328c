// A file of people from anybody's spreadsheet.

#include "kiosk/roster/import.h"
#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

std::vector<std::string> seeds() {
    return {
        "id,full_name,phone,email,zip,household,child\r\n1,Rosa,(202) 555-0143,r@example.org,02139,g,\r\n",
        "\xef\xbb\xbfName;Phone\n\"Ng, Vivian\";2025550102\n\"two\nlines\";\n",
        "Attendee #,First Name,Last Name,Email,Order #\n1,\"A \"\"B\"\"\",C,a@example.org,9\n",
        std::string("\xff\xfeN\0a\0m\0e\0\n\0A\0\n\0", 16),
        "full_name\n=1+1\n@x\n",
        "Nombre\nJos\xe9\n",
        ""};
}

void read(std::string_view bytes) {
    sync::Uuid event;
    event.bytes.fill(7);
    const auto roster =
        kiosk::roster::read_roster_bytes(bytes, kiosk::roster::Format::automatic, sync::EventId(event));
    if (!roster) return;
    must(roster->rows.size() <= roster->read, "no person comes from nothing");
    for (const auto& row : roster->rows)
        must(row.fields.full_name && !row.fields.full_name->empty(), "a person has a name");
}

}  // namespace welcome::fuzz
