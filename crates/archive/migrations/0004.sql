-- The least public ring that `mark` holds for. Of what was kept before, nobody knows more than that it holds for the commons.
ALTER TABLE meetings ADD COLUMN mark_ring INTEGER NOT NULL DEFAULT 0 CHECK (mark_ring IN (0, 1, 2));
