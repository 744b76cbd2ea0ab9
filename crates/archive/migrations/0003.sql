CREATE TABLE briefs (
    assembly BLOB PRIMARY KEY NOT NULL CHECK (length(assembly) = 32), -- the assembly that it is about
    arrived INTEGER NOT NULL, -- changes.arrived of the last change of the assembly that it takes in
    rules TEXT NOT NULL, -- the version of the rules that it was made by
    brief TEXT NOT NULL -- what the book comes to in short, as JSON; a cache
) STRICT;
