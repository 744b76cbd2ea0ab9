CREATE TABLE briefs (
    assembly BLOB PRIMARY KEY NOT NULL CHECK (length(assembly) = 32), -- the assembly that it is about
    arrived INTEGER NOT NULL, -- changes.arrived of the last change of the assembly that it takes in
    rules TEXT NOT NULL, -- the version of the rules that it was made by
    brief TEXT NOT NULL -- what the book comes to in short, as JSON; a cache
) STRICT;

CREATE TABLE cards (
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly of the member
    hash BLOB NOT NULL CHECK (length(hash) = 32), -- H(card, salt), as acts name it
    member INTEGER NOT NULL, -- the member's number
    salt BLOB NOT NULL CHECK (length(salt) = 32), -- the salt in the hash
    bytes BLOB NOT NULL, -- the card: names and contacts
    PRIMARY KEY (assembly, hash)
) STRICT;

CREATE TABLE changes (
    arrived INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival in this home; numbers are never used again
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), -- the change's hash; the signature is not in it
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly whose record it belongs to
    ring INTEGER NOT NULL CHECK (ring IN (0, 1, 2)), -- who may read it: 0 commons, 1 assembly, 2 person
    device BLOB NOT NULL CHECK (length(device) = 32), -- the signing key that wrote it
    epoch INTEGER NOT NULL, -- counts the restores of that device's home
    seq INTEGER NOT NULL, -- position in that device's line, from 0; as a signed number
    prev BLOB CHECK (length(prev) = 32), -- hash of the change before it on the line; NULL in the first
    document TEXT NOT NULL, -- name of the document that files it
    act_id BLOB NOT NULL CHECK (length(act_id) = 32), -- id of its act
    bytes BLOB NOT NULL, -- the signed change as it is sent; every other column is read out of it
    received_at INTEGER NOT NULL -- when this home's clock says it came, in seconds since 1970; a claim
) STRICT;

CREATE TABLE files (
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly that attached it
    ring INTEGER NOT NULL CHECK (ring IN (0, 1, 2)), -- who may read it; the same bytes may lie in two rings
    hash BLOB NOT NULL CHECK (length(hash) = 32), -- BLAKE3 of the bytes
    name TEXT NOT NULL DEFAULT '', -- file name that the act gives
    size INTEGER NOT NULL DEFAULT 0, -- size in bytes that the act gives
    bytes BLOB, -- the file; NULL when it is not here yet
    PRIMARY KEY (assembly, ring, hash)
) STRICT;

CREATE TABLE former_pens (
    device BLOB PRIMARY KEY NOT NULL CHECK (length(device) = 32), -- public signing key that this laptop had in the assembly
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly it wrote for
    sealing TEXT NOT NULL, -- secret sealing key, in the text form of age: what was sealed to it is still opened
    laid_down_at INTEGER NOT NULL -- when this home's clock says it was laid down, in seconds since 1970; a claim
) STRICT;

CREATE TABLE meetings (
    ours BLOB NOT NULL CHECK (length(ours) = 32), -- the assembly of ours whose laptop met it
    endpoint BLOB NOT NULL CHECK (length(endpoint) = 32), -- the other laptop's endpoint key
    met_at INTEGER, -- when it was last met, in seconds since 1970; NULL when never; a claim
    road TEXT NOT NULL DEFAULT '', -- the road of the last meeting
    equal_at INTEGER, -- when both last held the same, in seconds since 1970; NULL when never; a claim
    mark INTEGER NOT NULL DEFAULT 0, -- changes.arrived up to which the other surely has what it may have
    lacking INTEGER NOT NULL DEFAULT 0, -- how many changes it showed that are not here
    lacking_since INTEGER, -- when this home first saw that it lacks them, in seconds since 1970; NULL when it lacks none; a claim
    trouble TEXT NOT NULL DEFAULT '', -- code of the reason why the last meeting broke off; empty when it did not
    addresses TEXT NOT NULL DEFAULT '', mark_ring INTEGER NOT NULL DEFAULT 0 CHECK (mark_ring IN (0, 1, 2)), -- where it was last met, addresses one a line
    PRIMARY KEY (ours, endpoint)
) STRICT;

CREATE TABLE orphans (
    arrived INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival in this home
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), -- the change's hash
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly whose record it belongs to
    device BLOB NOT NULL CHECK (length(device) = 32), -- the signing key that wrote it, for the quota
    bytes BLOB NOT NULL, -- the signed change as it was sent
    received_at INTEGER NOT NULL, -- when this home's clock says it came, in seconds since 1970; a claim
    source TEXT NOT NULL DEFAULT '' -- the road it came by
) STRICT;

CREATE TABLE pens (
    device BLOB PRIMARY KEY NOT NULL CHECK (length(device) = 32), -- public signing key of this laptop in the assembly
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly it writes for
    signing BLOB NOT NULL CHECK (length(signing) = 32), -- secret signing key
    sealing TEXT NOT NULL, -- secret sealing key, in the text form of age
    endpoint BLOB NOT NULL CHECK (length(endpoint) = 32), -- secret endpoint key
    epoch INTEGER NOT NULL DEFAULT 0, -- counts the restores of this home
    created_at INTEGER NOT NULL, -- when this home's clock says the keys were made, in seconds since 1970; a claim
    state TEXT NOT NULL CHECK (state IN ('asked', 'admitted')) -- asked to be on the roll, or admitted to it
, laid_aside_at INTEGER) STRICT;

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival in this home
    reason TEXT NOT NULL, -- code of the reason why the gate refused the bytes
    assembly BLOB NOT NULL DEFAULT x'' CHECK (length(assembly) IN (0, 32)), -- assembly that the bytes claim; empty when they claim none
    device BLOB NOT NULL DEFAULT x'' CHECK (length(device) IN (0, 32)), -- device that the bytes claim; empty when they claim none
    bytes BLOB NOT NULL, -- the refused bytes
    received_at INTEGER NOT NULL, -- when this home's clock says they came, in seconds since 1970; a claim
    source TEXT NOT NULL DEFAULT '' -- the road they came by
, handed_by BLOB NOT NULL DEFAULT x'' CHECK (length(handed_by) IN (0, 32)), share_town BLOB NOT NULL DEFAULT x'' CHECK (length(share_town) IN (0, 32)), share_laptop BLOB NOT NULL DEFAULT x'' CHECK (length(share_laptop) IN (0, 32))) STRICT;

CREATE TABLE quarantine_dropped (
    assembly BLOB NOT NULL DEFAULT x'', -- assembly that the dropped bytes claimed; empty for none and for the overflow of all
    device BLOB NOT NULL DEFAULT x'', -- device that the dropped bytes claimed; empty for none and for the overflow of all
    count INTEGER NOT NULL DEFAULT 0, -- how many entries over quota were dropped
    PRIMARY KEY (assembly, device)
) STRICT;

CREATE TABLE quarantine_made_room (
    town BLOB NOT NULL DEFAULT x'' CHECK (length(town) IN (0, 32)), -- whose share it was of, as quarantine.share_town
    laptop BLOB NOT NULL DEFAULT x'' CHECK (length(laptop) IN (0, 32)), -- likewise, as quarantine.share_laptop
    count INTEGER NOT NULL DEFAULT 0, -- how many entries were not kept, or made room for later ones
    PRIMARY KEY (town, laptop)
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY NOT NULL, -- what is set
    value TEXT NOT NULL -- what it is set to
) STRICT;

CREATE TABLE snapshots (
    doc BLOB PRIMARY KEY NOT NULL CHECK (length(doc) = 32), -- the document
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly it belongs to
    ring INTEGER NOT NULL CHECK (ring IN (0, 1, 2)), -- who may read it
    name TEXT NOT NULL, -- its name in the assembly and ring
    bytes BLOB NOT NULL, -- the document as record saved it; a cache
    changes INTEGER NOT NULL DEFAULT 0, -- how many changes are filed in it
    filed_to INTEGER NOT NULL DEFAULT 0 -- changes.arrived of the last change filed in it
) STRICT;

CREATE TABLE struck_cards (
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly of the member
    hash BLOB NOT NULL CHECK (length(hash) = 32), -- hash of the struck card, so that it is refused when it comes again
    PRIMARY KEY (assembly, hash)
) STRICT;

CREATE TABLE towns (
    assembly BLOB PRIMARY KEY NOT NULL CHECK (length(assembly) = 32), -- the town's assembly
    name TEXT NOT NULL DEFAULT '', -- what the town is called here
    known_by TEXT NOT NULL DEFAULT '', -- how this home knows of it
    first_heard INTEGER NOT NULL, -- when this home first heard of it, in seconds since 1970; a claim
    last_met INTEGER, -- when it was last met, in seconds since 1970; NULL when never; a claim
    last_road TEXT NOT NULL DEFAULT '', -- the road of the last meeting
    joined INTEGER NOT NULL DEFAULT 0 CHECK (joined IN (0, 1)), -- 1 when its record is kept here
    note TEXT NOT NULL DEFAULT '' -- free words of this home's people
) STRICT;

CREATE INDEX changes_by_assembly ON changes (assembly, arrived);

CREATE INDEX changes_by_document ON changes (assembly, ring, document, arrived);

CREATE INDEX orphans_by_assembly ON orphans (assembly, arrived);

CREATE INDEX orphans_by_device ON orphans (device);

CREATE INDEX quarantine_by_share ON quarantine (share_town, share_laptop, assembly, device);
