-- The key that whoever handed refused bytes over proved to have; empty where nobody proved any.
ALTER TABLE quarantine ADD COLUMN handed_by BLOB NOT NULL DEFAULT x'' CHECK (length(handed_by) IN (0, 32));
-- Whose share of the room they take up: a laptop of an assembly that is kept here, or a neighbour as a whole; of all others, both are empty.
ALTER TABLE quarantine ADD COLUMN share_town BLOB NOT NULL DEFAULT x'' CHECK (length(share_town) IN (0, 32));
ALTER TABLE quarantine ADD COLUMN share_laptop BLOB NOT NULL DEFAULT x'' CHECK (length(share_laptop) IN (0, 32));

DROP INDEX quarantine_by_hint;

CREATE INDEX quarantine_by_share ON quarantine (share_town, share_laptop, assembly, device);

-- What was dropped before is in quarantine_dropped still: nobody had noted who handed it over.
CREATE TABLE quarantine_made_room (
    town BLOB NOT NULL DEFAULT x'' CHECK (length(town) IN (0, 32)), -- whose share it was of, as quarantine.share_town
    laptop BLOB NOT NULL DEFAULT x'' CHECK (length(laptop) IN (0, 32)), -- likewise, as quarantine.share_laptop
    count INTEGER NOT NULL DEFAULT 0, -- how many entries were not kept, or made room for later ones
    PRIMARY KEY (town, laptop)
) STRICT;
