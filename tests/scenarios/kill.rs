//! kill -9 at random points: nothing acknowledged is lost.
