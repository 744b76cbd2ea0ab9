//! The demo as a test.

use std::path::Path;

#[test]
fn two_towns_keep_their_books_exchange_them_by_file_and_a_third_home_reads_both() {
    let root = tempfile::tempdir().unwrap();
    folkmoot_testkit::story::first_brick(Path::new(env!("CARGO_BIN_EXE_folkmoot")), root.path(), &mut |line| println!("{line}"));
}
