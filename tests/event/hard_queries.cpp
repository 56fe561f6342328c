#include "tests/event/hard_queries.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "kiosk/event/fold_text.h"

namespace welcome::kiosk::event::test {

namespace {

constexpr std::array k_first = {
    "María",     "José",     "Juan",       "Ana",        "Luis",          "Carlos",       "Guadalupe",
    "Rosa",      "Jesús",    "Francisco",  "Miguel",     "Elena",         "Sofía",        "Carmen",
    "Alejandro", "Fernando", "Gabriela",   "Verónica",   "Xóchitl",       "Ximena",       "Inés",
    "Ángel",     "Raúl",     "Óscar",      "Héctor",     "Mónica",        "Lucía",        "Andrés",
    "Tomás",     "Yolanda",  "Ignacio",    "Enrique",    "Eduardo",       "Concepción",   "Salvador",
    "Rosario",   "Mercedes", "Teresa",     "Patricia",   "Ricardo",       "Roberto",      "Rafael",
    "Manuel",    "Isabel",   "Jennifer",   "Michael",    "Elizabeth",     "William",      "Robert",
    "James",     "Margaret", "Katherine",  "Catherine",  "Christopher",   "Matthew",      "Stephanie",
    "Steven",    "Stephen",  "Jonathan",   "Nicholas",   "Theodore",      "Deborah",      "Rebecca",
    "Jessica",   "Kimberly", "Samantha",   "Timothy",    "Anthony",       "Patrick",      "Joseph",
    "Thomas",    "Susan",    "Sarah",      "Linda",      "Karen",         "Emily",        "Megan",
    "Lakeisha",  "Tyrone",   "Jamal",      "Keisha",     "DeShawn",       "Aaliyah",      "Imani",
    "Darnell",   "Latoya",   "Marquis",    "Nguyễn",     "Minh",          "Thị",          "Hương",
    "Tuấn",      "Linh",     "Phương",     "Wei",        "Xiaoming",      "Mei",          "Jing",
    "Hui",       "Li",       "Yan",        "Jun",        "Min-jun",       "Seo-yeon",     "Ji-hoon",
    "Soo-jin",   "Hye-jin",  "Mohammed",   "Ahmed",      "Fatima",        "Aisha",        "Omar",
    "Khadija",   "Yusuf",    "Hassan",     "Abdullah",   "Zainab",        "Amina",        "Ifrah",
    "Abdi",      "Hodan",    "Faduma",     "Mohamud",    "Jean-Baptiste", "Marie-Claire", "Wideline",
    "Frantz",    "Jocelyne", "Mackenson",  "Rose-Laure", "Pierre",        "Oleksandr",    "Dmitri",
    "Svetlana",  "Natalia",  "Ekaterina",  "Igor",       "Olga",          "Sergei",       "Иван",
    "Ольга",     "João",     "Antônio",    "Luíza",      "Gonçalo",       "Beatriz",      "Thiago",
    "Priya",     "Rajesh",   "Ananya",     "Sanjay",     "Deepika",       "Arjun",        "Łukasz",
    "Agnieszka", "Zofia",    "Małgorzata", "Jörg",       "Günther",       "Björn",        "Søren",
    "Zoë",       "Chloë",    "Siobhán",    "Seán",       "Aoife",         "Ayşe",         "İbrahim",
    "Çağla",     "Tala",     "Malakai",    "Sione",      "Kalani",        "Leilani",      "Bao",
    "Pao",       "Mai",      "Xai",        "Tou"};
constexpr std::array k_last = {
    "García",      "Rodríguez",  "Martínez",    "Hernández",    "López",       "González",   "Pérez",
    "Sánchez",     "Ramírez",    "Torres",      "Flores",       "Rivera",      "Gómez",      "Díaz",
    "Reyes",       "Morales",    "Cruz",        "Ortiz",        "Gutiérrez",   "Chávez",     "Ramos",
    "Ruiz",        "Álvarez",    "Mendoza",     "Vásquez",      "Castillo",    "Jiménez",    "Moreno",
    "Romero",      "Herrera",    "Medina",      "Aguilar",      "Núñez",       "Peña",       "Quiñones",
    "Carreño",     "Ibáñez",     "Zúñiga",      "Cárdenas",     "Villaseñor",  "Muñoz",      "Acuña",
    "Bolaños",     "Echeverría", "de la Cruz",  "de León",      "del Valle",   "de la Rosa", "De La Torre",
    "dela Peña",   "Santa Cruz", "San Miguel",  "Smith",        "Johnson",     "Williams",   "Brown",
    "Jones",       "Davis",      "Miller",      "Wilson",       "Anderson",    "Taylor",     "Thomas",
    "Jackson",     "White",      "Harris",      "Thompson",     "Robinson",    "Walker",     "Young",
    "Allen",       "Wright",     "Nelson",      "Campbell",     "Mitchell",    "Phillips",   "Stephens",
    "Schmidt",     "Schneider",  "McDonald",    "MacKenzie",    "McCarthy",    "O'Brien",    "O'Connor",
    "O'Neill",     "Fitzgerald", "Kowalski",    "Wiśniewski",   "Wójcik",      "Ślązak",     "Nowak",
    "Müller",      "Schröder",   "Jäger",       "van der Berg", "van Dijk",    "Vandenberg", "von Hagen",
    "Nguyễn",      "Trần",       "Lê",          "Phạm",         "Huỳnh",       "Võ",         "Đặng",
    "Bùi",         "Ng",         "Li",          "Wang",         "Zhang",       "Chen",       "Liu",
    "Huang",       "Zhao",       "Wu",          "Xu",           "Kim",         "Lee",        "Park",
    "Choi",        "Jung",       "Kang",        "Yoon",         "Patel",       "Singh",      "Kaur",
    "Sharma",      "Gupta",      "Chowdhury",   "Rahman",       "Hossain",     "Khan",       "Ali",
    "Hassan",      "Ahmed",      "Ibrahim",     "Abdirahman",   "Warsame",     "Farah",      "Jama",
    "bin Said",    "al-Masri",   "El Khoury",   "Haddad",       "Mansour",     "Jean",       "Pierre",
    "Baptiste",    "Toussaint",  "Desrosiers",  "Charles",      "Joseph",      "Louissaint", "Étienne",
    "Saint-Fleur", "Ivanov",     "Petrov",      "Kovalenko",    "Shevchenko",  "Kuznetsova", "Иванова",
    "Silva",       "dos Santos", "de Oliveira", "Souza",        "Gonçalves",   "Araújo",     "da Silva",
    "Ferreira",    "Yılmaz",     "Öztürk",      "Demir",        "Çelik",       "Vang",       "Xiong",
    "Yang",        "Moua",       "Thao",        "Lor",          "Fonoti",      "Kealoha",    "Tupou",
    "Washington",  "Jefferson",  "Banks",       "Booker",       "Freeman",     "Okafor",     "Adeyemi",
    "Mensah",      "Tesfaye",    "Gebremariam", "Bekele",       "Castellanos", "Buenrostro", "Xicoténcatl",
    "Tzintzun",    "Uribe",      "Yáñez"};

const std::map<std::string, std::vector<std::string>>& nicknames() {
    static const std::map<std::string, std::vector<std::string>> known = {
        {"José", {"Pepe", "Cheo"}},
        {"Francisco", {"Paco", "Pancho"}},
        {"Guadalupe", {"Lupe", "Lupita"}},
        {"Jesús", {"Chuy"}},
        {"Alejandro", {"Alex", "Ale"}},
        {"Fernando", {"Nando"}},
        {"Ignacio", {"Nacho"}},
        {"Enrique", {"Quique", "Kike"}},
        {"Eduardo", {"Lalo"}},
        {"Concepción", {"Concha"}},
        {"Salvador", {"Chava"}},
        {"Rosario", {"Chayo"}},
        {"Mercedes", {"Meche"}},
        {"Teresa", {"Tere"}},
        {"Roberto", {"Beto"}},
        {"Manuel", {"Manolo", "Manny"}},
        {"Rafael", {"Rafa"}},
        {"Isabel", {"Chabela"}},
        {"Elizabeth", {"Liz", "Betty", "Beth"}},
        {"William", {"Bill", "Will"}},
        {"Robert", {"Bob", "Rob"}},
        {"James", {"Jim"}},
        {"Margaret", {"Peggy", "Meg"}},
        {"Katherine", {"Kathy", "Kate"}},
        {"Catherine", {"Cathy"}},
        {"Christopher", {"Chris"}},
        {"Matthew", {"Matt"}},
        {"Steven", {"Steve"}},
        {"Stephen", {"Steve"}},
        {"Nicholas", {"Nick"}},
        {"Theodore", {"Ted"}},
        {"Deborah", {"Debbie"}},
        {"Rebecca", {"Becky"}},
        {"Jennifer", {"Jenny"}},
        {"Joseph", {"Joe"}},
        {"Anthony", {"Tony"}},
        {"Michael", {"Mike"}},
        {"Dmitri", {"Dima"}},
        {"Ekaterina", {"Katya"}},
        {"Natalia", {"Natasha"}},
        {"Patricia", {"Pati", "Tricia"}}};
    return known;
}

std::string ascii(const std::string& name) {
    return folded(name);
}

std::vector<std::string> split(const std::string& name) {
    return words_of(name);
}

std::string join(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

// The first letter and what is no vowel, cut short.
std::string hurried(const std::string& word) {
    std::string kept = word.substr(0, 1);
    for (const char letter : word.substr(1)) {
        if (std::string_view("aeiou").find(letter) == std::string_view::npos) kept += letter;
    }
    return kept.size() < 3 ? word : kept;
}

// As one writes by ear, the first few that fit.
std::string by_ear(std::string word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 22> sounds = {
        {{"ph", "f"},   {"gu", "w"},  {"qu", "k"},  {"ch", "sh"}, {"ll", "y"}, {"ck", "k"},
         {"sch", "sh"}, {"je", "he"}, {"ji", "hi"}, {"ge", "he"}, {"z", "s"},  {"v", "b"},
         {"x", "s"},    {"ce", "se"}, {"ci", "si"}, {"ca", "ka"}, {"th", "t"}, {"dt", "t"},
         {"y", "i"},    {"ee", "i"},  {"h", ""},    {"e", "i"}}};
    int changes = 0;
    for (const auto& [from, to] : sounds) {
        const auto place = word.find(from);
        if (place == std::string::npos || changes == 2) continue;
        word.replace(place, from.size(), to);
        ++changes;
    }
    return word;
}

}  // namespace

std::string_view name_of(Slip slip) {
    constexpr std::array<std::string_view, k_slips> names = {
        "typo",   "two typos",       "swapped letters", "no marks", "turned round", "nickname", "half name",
        "by ear", "middle left out", "all at once",     "initial",  "no vowels",    "rough"};
    return names.at(static_cast<std::size_t>(slip));
}

std::string HardNames::person() {
    // Common names are common: the smaller of two draws.
    const auto first = [&] {
        return std::string(k_first.at(std::min(below(k_first.size()), below(k_first.size()))));
    };
    const auto last = [&] {
        return std::string(k_last.at(std::min(below(k_last.size()), below(k_last.size()))));
    };
    std::string name = first();
    if (below(6) == 0) name += " " + first();
    name += " " + last();
    if (below(5) == 0) name += " " + last();
    return name;
}

std::vector<std::string> HardNames::roster(std::size_t people) {
    std::vector<std::string> all;
    std::set<std::string> known;
    while (all.size() < people) {
        auto name = person();
        if (known.insert(ascii(name)).second) all.push_back(std::move(name));
    }
    return all;
}

std::string HardNames::mistyped(std::string word, int slips) {
    for (; slips > 0 && !word.empty(); --slips) {
        const auto place = below(word.size());
        const char letter = static_cast<char>('a' + below(26));
        switch (below(3)) {
            case 0:
                word[place] = letter;
                break;
            case 1:
                word.insert(place, 1, letter);
                break;
            default:
                word.erase(place, 1);
        }
    }
    return word;
}

// Empty where that slip cannot befall this name.
std::string HardNames::typed_with(Slip slip, const std::string& name) {
    auto words = split(ascii(name));
    auto& some = words[below(words.size())];
    switch (slip) {
        case Slip::typo:
            if (some.size() < 4) return {};
            some = mistyped(some, 1);
            return join(words);
        case Slip::two_typos:
            if (words.front().size() + words.back().size() < 9) return {};
            words.front() = mistyped(words.front(), 1);
            words.back() = mistyped(words.back(), 1);
            return join(words);
        case Slip::swapped_letters: {
            if (some.size() < 4) return {};
            const auto place = below(some.size() - 1);
            if (some[place] == some[place + 1]) return {};
            std::swap(some[place], some[place + 1]);
            return join(words);
        }
        case Slip::no_marks:
            return ascii(name) == name ? "" : join(words);
        case Slip::turned_round: {
            std::rotate(words.begin(), words.end() - 1, words.end());
            auto& turned = words[below(words.size())];
            if (turned.size() > 4) turned = mistyped(turned, 1);
            return join(words);
        }
        case Slip::nickname: {
            auto parts = split(name);
            const auto known = nicknames().find(parts.front());
            if (known == nicknames().end()) return {};
            parts.front() = known->second[below(known->second.size())];
            return ascii(join(parts));
        }
        case Slip::half_name: {  // the first name and one surname of two, misspelt
            if (words.size() < 3) return {};
            const auto left_out = 1 + below(words.size() - 1);
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(left_out));
            if (words.back().size() > 4) words.back() = mistyped(words.back(), 1);
            return join(words);
        }
        case Slip::by_ear:
            for (auto& word : words) word = by_ear(word);
            return join(words) == ascii(name) ? "" : join(words);
        case Slip::middle_left_out:
            if (words.size() < 3) return {};
            return words.front() + " " + words.back();
        case Slip::all_at_once:  // turned round, something left out, a slip in every word
            std::rotate(words.begin(), words.end() - 1, words.end());
            if (words.size() > 2) words.pop_back();
            for (auto& word : words) word = mistyped(word, word.size() > 3 ? 1 : 0);
            return join(words);
        case Slip::initial:  // "j gonzlez"
            words.front().resize(1);
            if (words.size() > 2) words.pop_back();
            words.back() = mistyped(words.back(), words.back().size() > 4 ? 1 : 0);
            return join(words);
        case Slip::no_vowels:
            for (auto& word : words) word = hurried(word);
            return join(words) == ascii(name) ? "" : join(words);
        case Slip::rough:  // by ear, half of it, turned round, and two slips in a word
            for (auto& word : words) word = by_ear(word);
            if (words.size() > 2) words.erase(words.begin() + 1);
            std::rotate(words.begin(), words.end() - 1, words.end());
            for (auto& word : words) word = mistyped(word, static_cast<int>(word.size() / 4));
            return join(words);
    }
    return {};
}

std::vector<HardQuery> HardNames::queries(const std::vector<std::string>& roster, std::size_t how_many) {
    std::vector<HardQuery> all;
    for (int turn = 0; all.size() < how_many; ++turn) {
        const auto slip = static_cast<Slip>(turn % k_slips);
        const auto person = below(roster.size());
        auto typed = typed_with(slip, roster[person]);
        // A name without its marks is a slip of its own, where it has any.
        const auto right = slip == Slip::no_marks ? roster[person] : ascii(roster[person]);
        if (!typed.empty() && typed != right) all.push_back({person, slip, std::move(typed)});
    }
    return all;
}

}  // namespace welcome::kiosk::event::test
