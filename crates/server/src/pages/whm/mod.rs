//! The pages of WHM: accounts, forced changes of passwords, tokens, the API shell.

mod account;
mod accounts;
mod create;
mod forced;
mod home;
mod settings;
mod tokens;

use super::{Page, desk::Desk, shell};

/// The way to a page of WHM.
pub(crate) fn route(desk: &Desk<'_>, segments: &[&str]) -> Page {
    match (desk.post, segments) {
        (false, []) => home::show(desk),
        (false, ["accounts"]) => accounts::show(desk),
        (false, ["accounts", "new"]) => create::show(desk),
        (true, ["accounts", "new"]) => create::create(desk),
        (false, ["accounts", user]) => account::show(desk, user),
        (false, ["accounts", user, "remove"]) => account::ask_removal(desk, user),
        (true, ["accounts", user, deed]) => account::act(desk, user, deed),
        (false, ["force-password-change"]) => forced::show(desk),
        (true, ["force-password-change"]) => forced::force(desk),
        (false, ["tokens"]) => tokens::show(desk),
        (true, ["tokens"]) => tokens::create(desk),
        (false, ["tokens", name]) => tokens::show_one(desk, name),
        (true, ["tokens", name]) => tokens::save(desk, name),
        (true, ["tokens", name, "revoke"]) => tokens::revoke(desk, name),
        (false, ["api-shell"]) => shell::list(desk),
        (false, ["api-shell", name]) => shell::show(desk, name),
        (true, ["api-shell", name]) => shell::run(desk, name),
        _ => desk.absent(),
    }
}
