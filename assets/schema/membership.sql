-- What the membership service keeps. One description for every store: BIGINT and TEXT only, no store's
-- own numbering, times as milliseconds since 1970, ids as text. Every table about an event is keyed by
-- the event first, so that a sharded store can distribute it. A change is a new step at the end, never an
-- edit: each database takes each step once.

-- step 1: facts, and what was said about them

CREATE TABLE IF NOT EXISTS settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- last_arrival numbers facts and refusals in the order in which they were committed.
CREATE TABLE IF NOT EXISTS events (
    event TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    starts_ms BIGINT NOT NULL,
    time_zone TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    last_arrival BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS facts (
    event TEXT NOT NULL REFERENCES events (event),
    arrival BIGINT NOT NULL,
    fact TEXT NOT NULL,
    device TEXT NOT NULL,
    device_seq BIGINT NOT NULL,
    time_ms BIGINT NOT NULL,
    counter BIGINT NOT NULL,
    wall_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    cut_down BIGINT NOT NULL,
    digest TEXT NOT NULL,
    batch TEXT NOT NULL,
    received_ms BIGINT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (event, arrival),
    UNIQUE (event, fact)
);
CREATE INDEX IF NOT EXISTS facts_of_batch ON facts (event, batch);

-- Refused, and kept all the same, so that a person can look at it and nobody sends it for ever.
CREATE TABLE IF NOT EXISTS refusals (
    event TEXT NOT NULL REFERENCES events (event),
    arrival BIGINT NOT NULL,
    fact TEXT NOT NULL,
    device TEXT NOT NULL,
    device_seq BIGINT NOT NULL,
    digest TEXT NOT NULL,
    reason TEXT NOT NULL,
    batch TEXT NOT NULL,
    received_ms BIGINT NOT NULL,
    PRIMARY KEY (event, arrival),
    UNIQUE (event, device, device_seq, digest)
);

CREATE TABLE IF NOT EXISTS batches (
    event TEXT NOT NULL REFERENCES events (event),
    batch TEXT NOT NULL,
    sender TEXT NOT NULL,
    received_ms BIGINT NOT NULL,
    digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (event, batch)
);
CREATE INDEX IF NOT EXISTS batches_by_id ON batches (batch);

CREATE TABLE IF NOT EXISTS reviews (
    event TEXT NOT NULL REFERENCES events (event),
    fact TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    candidate TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (event, fact)
);
CREATE INDEX IF NOT EXISTS reviews_by_fact ON reviews (fact);

CREATE TABLE IF NOT EXISTS devices (
    device TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    enrolled_ms BIGINT NOT NULL,
    revoked_ms BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS devices_by_token ON devices (token_hash);

-- step 2: the same as plain tables, for whoever asks in SQL. Written from the facts, never by hand; `through`
-- says up to which arrival. Times that are not known are 0. No child's name, allergy or note.
CREATE TABLE projections (
    event TEXT PRIMARY KEY REFERENCES events (event),
    through BIGINT NOT NULL
);
CREATE TABLE person (
    event TEXT NOT NULL,
    person TEXT NOT NULL,
    full_name TEXT NOT NULL,
    call_me TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    zip TEXT NOT NULL,
    language TEXT NOT NULL,
    is_child BIGINT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (event, person)
);
CREATE TABLE attendance (
    event TEXT NOT NULL,
    person TEXT NOT NULL,
    checked_in_ms BIGINT NOT NULL,
    received_ms BIGINT NOT NULL,
    method TEXT NOT NULL,
    more_adults BIGINT NOT NULL,
    more_children BIGINT NOT NULL,
    witnesses BIGINT NOT NULL,
    PRIMARY KEY (event, person)
);
CREATE TABLE sign_up (
    event TEXT NOT NULL,
    person TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (event, person)
);
CREATE TABLE childcare_stay (
    event TEXT NOT NULL,
    stay TEXT NOT NULL,
    room TEXT NOT NULL,
    state TEXT NOT NULL,
    requested_ms BIGINT NOT NULL,
    dropped_off_ms BIGINT NOT NULL,
    picked_up_ms BIGINT NOT NULL,
    PRIMARY KEY (event, stay)
);

-- step 3: a page of attendance, by time
CREATE INDEX attendance_by_time ON attendance (event, checked_in_ms, person);

-- step 4: tablets that ask to be let in, and the code each of them shows; approved_ms is 0 until the organiser
-- has typed it. A device speaks of one event; of any where that is empty.
CREATE TABLE enrolments (
    device TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    event TEXT NOT NULL,
    code TEXT NOT NULL,
    asked_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    approved_ms BIGINT NOT NULL
);
ALTER TABLE devices ADD COLUMN event TEXT NOT NULL DEFAULT '';

-- step 5: facts as before, without what took half the time of adding one: the reference to its event, looked up row
-- by row although the event's row is locked meanwhile, and an index by batch. A batch's facts lie together among
-- the arrivals; its row says where. Batches of before say: anywhere.
ALTER TABLE facts RENAME TO facts_before;
CREATE TABLE facts (
    event TEXT NOT NULL,
    arrival BIGINT NOT NULL,
    fact TEXT NOT NULL,
    device TEXT NOT NULL,
    device_seq BIGINT NOT NULL,
    time_ms BIGINT NOT NULL,
    counter BIGINT NOT NULL,
    wall_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    cut_down BIGINT NOT NULL,
    digest TEXT NOT NULL,
    batch TEXT NOT NULL,
    received_ms BIGINT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (event, arrival),
    UNIQUE (event, fact)
);
INSERT INTO facts SELECT * FROM facts_before;
DROP TABLE facts_before;
ALTER TABLE batches ADD COLUMN after_arrival BIGINT NOT NULL DEFAULT 0;
ALTER TABLE batches ADD COLUMN through_arrival BIGINT NOT NULL DEFAULT 9223372036854775807;
