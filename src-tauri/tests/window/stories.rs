//! What people do: a first run, an evening, an arrival.
