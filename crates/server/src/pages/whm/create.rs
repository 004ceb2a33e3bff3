//! Making an account.

use api::{Form, Kind};
use askama::Template;

use crate::pages::{
    Page,
    desk::{Desk, Problem},
    frame::Frame,
    html, links, read,
};

#[derive(Template)]
#[template(path = "whm/create.html")]
struct CreatePage {
    frame: Frame,
    packages: Vec<String>,
    filled: Filled,
    may_choose_owner: bool,
}

/// What is in the form's fields, but for passwords.
struct Filled {
    domain: String,
    username: String,
    email: String,
    plan: String,
    owner: String,
    generate: bool,
}

#[derive(Template)]
#[template(path = "whm/created.html")]
struct CreatedPage {
    frame: Frame,
    user: String,
    domain: String,
    path: String,
    password: Option<String>,
    warning: Option<String>,
}

/// The empty form.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    form(desk, None)
}

/// Makes the account, and shows a generated password this once.
pub(crate) fn create(desk: &Desk<'_>) -> Page {
    let generated = if desk.given("how") == "type" {
        None
    } else {
        match desk.new_password() {
            Ok(password) => Some(password),
            Err(problem) => return desk.fails(&problem),
        }
    };
    let password = generated.as_deref().unwrap_or_else(|| desk.exactly("password"));
    match desk.ask_form("createacct", &call(desk, password)) {
        Ok(told) => {
            let user = desk.given("username").to_ascii_lowercase();
            let page = CreatedPage {
                frame: desk.frame("The account is created"),
                path: links::account(&user),
                user,
                domain: desk.given("domain").to_owned(),
                password: generated,
                warning: told.warnings().map(|problem| problem.reason),
            };
            html(200, &page)
        }
        Err(problem) => form(desk, Some(&problem)),
    }
}

impl Desk<'_> {
    /// A password of a hundred random bits.
    pub(crate) fn new_password(&self) -> Result<String, Problem> {
        let letters = self.host.random_text(20)?;
        let letters: Vec<char> = letters.chars().collect();
        let parts = letters.chunks(5).map(|part| part.iter().collect::<String>());
        Ok(parts.collect::<Vec<_>>().join("-"))
    }
}

fn call(desk: &Desk<'_>, password: &str) -> Form {
    let mut form = Form::default();
    for (field, parameter) in [
        ("username", "username"),
        ("domain", "domain"),
        ("email", "contactemail"),
        ("plan", "plan"),
        ("owner", "owner"),
    ] {
        let text = desk.given(field);
        if !text.is_empty() {
            form.push(parameter, text);
        }
    }
    form.push("password", password);
    form
}

fn form(desk: &Desk<'_>, problem: Option<&Problem>) -> Page {
    if !desk.may("createacct") {
        let reason = "You may not create accounts.".to_owned();
        return desk.fails(&Problem { kind: Kind::Denied, reason });
    }
    let given = |name: &str| desk.given(name).to_owned();
    let page = CreatePage {
        frame: desk.frame_with("Create an account", problem),
        packages: packages(desk, "creatable"),
        filled: Filled {
            domain: given("domain"),
            username: given("username"),
            email: given("email"),
            plan: given("plan"),
            owner: given("owner"),
            generate: desk.given("how") != "type",
        },
        may_choose_owner: desk.caller.is_rootlike(),
    };
    html(problem.map_or(200, Problem::status), &page)
}

/// The names of the packages that the visitor may use.
pub(crate) fn packages(desk: &Desk<'_>, want: &str) -> Vec<String> {
    if !desk.may("listpkgs") {
        return Vec::new();
    }
    let told = desk.ask("listpkgs", &[("want", want)]);
    let names = told.map(|told| {
        read::list(&told.data, "pkg").iter().map(|pkg| read::text(pkg, "name")).collect()
    });
    names.unwrap_or_default()
}
