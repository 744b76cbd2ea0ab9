CREATE TABLE former_pens (
    device BLOB PRIMARY KEY NOT NULL CHECK (length(device) = 32), -- public signing key that this laptop had in the assembly
    assembly BLOB NOT NULL CHECK (length(assembly) = 32), -- the assembly it wrote for
    sealing TEXT NOT NULL, -- secret sealing key, in the text form of age: what was sealed to it is still opened
    laid_down_at INTEGER NOT NULL -- when this home's clock says it was laid down, in seconds since 1970; a claim
) STRICT;
