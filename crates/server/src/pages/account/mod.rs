//! The pages of an account's own user.

mod home;

use super::{Page, desk::Desk};

/// The way to a page of an account.
pub(crate) fn route(desk: &Desk<'_>, segments: &[&str]) -> Page {
    match (desk.post, segments) {
        (false, []) => home::show(desk),
        _ => desk.absent(),
    }
}
