//! The visitor's API tokens.

use api::{Acl, Form, Kind, Value};
use askama::Template;

use crate::pages::{
    Page,
    desk::{Desk, Problem},
    frame::Frame,
    html, links, read,
};

#[derive(Template)]
#[template(path = "whm/tokens.html")]
struct TokensPage {
    frame: Frame,
    tokens: Vec<Token>,
    fields: Fields,
    privileges: Vec<Privilege>,
}

#[derive(Template)]
#[template(path = "whm/token.html")]
struct TokenPage {
    frame: Frame,
    path: String,
    name: String,
    fields: Fields,
    privileges: Vec<Privilege>,
}

#[derive(Template)]
#[template(path = "whm/new-token.html")]
struct NewTokenPage {
    frame: Frame,
    name: String,
    token: String,
    user: String,
}

/// A token in the list.
struct Token {
    name: String,
    path: String,
    created: String,
    expires: String,
    addresses: Vec<String>,
    acls: Vec<String>,
}

/// What is in the form's fields.
#[derive(Default)]
struct Fields {
    name: String,
    expires: String,
    addresses: String,
    limited: bool,
}

/// A privilege's box.
struct Privilege {
    name: &'static str,
    checked: bool,
}

/// The list, and the form for a new one.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    list(desk, None)
}

/// Makes a token, and shows it this once.
pub(crate) fn create(desk: &Desk<'_>) -> Page {
    let made = form(desk).and_then(|mut form| {
        form.push("token_name", desk.given("name"));
        desk.ask_form("api_token_create", &form)
    });
    match made {
        Ok(told) => {
            let page = NewTokenPage {
                frame: desk.frame("The token is created"),
                name: read::text(&told.data, "name"),
                token: read::text(&told.data, "token"),
                user: desk.caller.user.to_string(),
            };
            html(200, &page)
        }
        Err(problem) => list(desk, Some(&problem)),
    }
}

/// The form of one token.
pub(crate) fn show_one(desk: &Desk<'_>, name: &str) -> Page {
    one(desk, name, None)
}

/// Changes a token.
pub(crate) fn save(desk: &Desk<'_>, name: &str) -> Page {
    let saved = form(desk).and_then(|mut form| {
        form.push("token_name", name);
        let new_name = desk.given("name");
        if !new_name.is_empty() && new_name != name {
            form.push("new_name", new_name);
        }
        if form.family(&["whitelist_ip"]).is_empty() {
            form.push("whitelist_ip", "any");
        }
        desk.ask_form("api_token_update", &form)
    });
    match saved {
        Ok(_) => desk.go("/tokens?done=token-saved"),
        Err(problem) => one(desk, name, Some(&problem)),
    }
}

/// Ends a token.
pub(crate) fn revoke(desk: &Desk<'_>, name: &str) -> Page {
    match desk.ask("api_token_revoke", &[("token_name", name)]) {
        Ok(_) => desk.go("/tokens?done=token-revoked"),
        Err(problem) => one(desk, name, Some(&problem)),
    }
}

/// The parameters that a new token and a changed one share.
fn form(desk: &Desk<'_>) -> Result<Form, Problem> {
    let wrong = |reason: &str| Problem { kind: Kind::BadParam, reason: reason.to_owned() };
    let mut form = Form::default();
    if desk.given("rights") == "some" {
        let acls = desk.form.texts(&["acl"]);
        if acls.is_empty() {
            return Err(wrong("Choose at least one privilege, or all of yours."));
        }
        for acl in acls {
            form.push("acl", acl);
        }
    }
    if !desk.given("expires").is_empty() {
        let end = read::end_of_day(desk.given("expires"));
        let end = end.ok_or_else(|| wrong("The expiry must be a day such as 2030-12-31."))?;
        form.push("expires_at", end.to_string());
    }
    for address in desk.given("addresses").split_whitespace() {
        form.push("whitelist_ip", address);
    }
    Ok(form)
}

fn list(desk: &Desk<'_>, problem: Option<&Problem>) -> Page {
    let tokens = match tokens(desk) {
        Ok(tokens) => tokens,
        Err(problem) => return desk.fails(&problem),
    };
    let fields = Fields::sent(desk);
    let page = TokensPage {
        frame: desk.frame_with("API tokens", problem),
        tokens: tokens.iter().map(|(name, token)| Token::read(name, token)).collect(),
        privileges: privileges(desk, &desk.form.texts(&["acl"])),
        fields,
    };
    html(problem.map_or(200, Problem::status), &page)
}

fn one(desk: &Desk<'_>, name: &str, problem: Option<&Problem>) -> Page {
    let tokens = match tokens(desk) {
        Ok(tokens) => tokens,
        Err(problem) => return desk.fails(&problem),
    };
    let Some((_, token)) = tokens.iter().find(|(other, _)| other == name) else {
        let reason = format!("You have no token “{name}”.");
        return desk.fails(&Problem { kind: Kind::NotFound, reason });
    };
    let has = Token::read(name, token);
    let (fields, chosen) = match problem {
        Some(_) => (Fields::sent(desk), desk.form.texts(&["acl"])),
        None => (Fields::of(desk, &has, token), has.acls.iter().map(String::as_str).collect()),
    };
    let page = TokenPage {
        frame: desk.frame_with(&format!("API token {name}"), problem),
        privileges: privileges(desk, &chosen),
        name: name.to_owned(),
        path: has.path.clone(),
        fields,
    };
    html(problem.map_or(200, Problem::status), &page)
}

fn tokens(desk: &Desk<'_>) -> Result<Vec<(String, Value)>, Problem> {
    let mut told = desk.ask("api_token_list", &[])?;
    Ok(match told.data.get_mut("tokens").map(Value::take) {
        Some(Value::Object(map)) => map.into_iter().collect(),
        _ => Vec::new(),
    })
}

/// Every privilege that the visitor may give a token.
fn privileges(desk: &Desk<'_>, chosen: &[&str]) -> Vec<Privilege> {
    let acls = desk.caller.acls;
    let held = Acl::ALL.iter().filter(|acl| acls.grants(**acl));
    held.map(|acl| acl.as_str())
        .map(|name| Privilege { name, checked: chosen.contains(&name) })
        .collect()
}

impl Token {
    fn read(name: &str, token: &Value) -> Self {
        let time = |key: &str| read::moment(read::number(token, key).unwrap_or_default());
        let acls = token.get("acls").and_then(Value::as_object);
        let acls = acls.into_iter().flatten().filter(|(_, on)| read::shown(on) == "1");
        Self {
            name: name.to_owned(),
            path: format!("/tokens/{}", links::encoded(name)),
            created: time("create_time"),
            expires: time("expires_at"),
            addresses: read::texts(token, "whitelist_ips"),
            acls: acls.map(|(name, _)| name.clone()).collect(),
        }
    }
}

impl Fields {
    fn of(desk: &Desk<'_>, token: &Token, tree: &Value) -> Self {
        let has = |name: &str| token.acls.iter().any(|acl| acl == name);
        let all = has("all") || desk.caller.owner_acls.iter().all(|acl| has(acl.as_str()));
        Self {
            name: token.name.clone(),
            expires: read::day(read::number(tree, "expires_at").unwrap_or_default()),
            addresses: token.addresses.join("\n"),
            limited: !all,
        }
    }

    fn sent(desk: &Desk<'_>) -> Self {
        Self {
            name: desk.given("name").to_owned(),
            expires: desk.given("expires").to_owned(),
            addresses: desk.given("addresses").to_owned(),
            limited: desk.given("rights") == "some",
        }
    }
}
