//! What the derives say of a definition that is not right: each file in `tests/derives/` must fail
//! to compile with the message beside it.

#[test]
fn the_derives_say_what_is_wrong() {
    trybuild::TestCases::new().compile_fail("tests/derives/*.rs");
}
