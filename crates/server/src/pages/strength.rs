//! How strong a password is, told while it is typed.

use askama::Template;
use functions::domain::passwords;

use super::{Page, desk::Desk, html};

#[derive(Template)]
#[template(path = "strength.html")]
struct Strength {
    points: u8,
    word: &'static str,
}

/// The strength of the password in the form, as a piece of a page.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    let password = ["password", "new"].iter().find_map(|name| desk.form.last(name));
    let others = ["user", "username", "domain"].map(|name| desk.exactly(name));
    let mut context = vec![desk.caller.user.as_str()];
    context.extend(others.into_iter().filter(|text| !text.is_empty()));
    let points = passwords::strength(password.unwrap_or_default(), &context);
    html(200, &Strength { points, word: word(points) })
}

fn word(points: u8) -> &'static str {
    match points {
        0..25 => "too easy to guess",
        25..50 => "fair",
        50..75 => "strong",
        _ => "very strong",
    }
}
