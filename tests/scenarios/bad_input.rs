//! Bad input: a clear answer, an exit code, and nothing lost or half done.
