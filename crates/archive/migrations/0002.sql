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
    addresses TEXT NOT NULL DEFAULT '', -- where it was last met, addresses one a line
    PRIMARY KEY (ours, endpoint)
) STRICT;
