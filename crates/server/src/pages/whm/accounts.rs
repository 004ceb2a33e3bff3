//! The list of accounts: searched, sorted, in pages.

use api::{Form, Value};
use askama::Template;

use crate::pages::{
    Page,
    desk::{Desk, Told},
    frame::Frame,
    html, links, read,
};

/// How many accounts a page has.
const PAGE: u64 = 50;
/// What of each account is shown, so that nothing else need be read.
const WANT: &str = "user,domain,owner,plan,email,disklimit,diskused,suspended,suspendreason,is_locked,unix_startdate";
/// The fields that one can sort by, and what they are called: those whose order an index has, so
/// that a page is quick however many accounts there are.
const SORTED: &[(&str, &str)] = &[("user", "User"), ("domain", "Domain"), ("owner", "Owner")];
/// The fields that one can search in.
const SEARCHED: &[(&str, &str)] = &[
    ("domain", "Domain"),
    ("user", "User"),
    ("owner", "Owner"),
    ("package", "Package"),
    ("email", "Contact address"),
];

#[derive(Template)]
#[template(path = "whm/accounts.html")]
struct AccountsPage {
    frame: Frame,
    wish: Wish,
    searched: &'static [(&'static str, &'static str)],
    sorted: &'static [(&'static str, &'static str)],
    columns: Vec<Column>,
    rows: Vec<Row>,
    first: u64,
    last: u64,
    total: u64,
    previous: Option<String>,
    next: Option<String>,
    may_create: bool,
}

/// What is asked of the list.
struct Wish {
    text: String,
    field: &'static str,
    sort: &'static str,
    reverse: bool,
    page: u64,
}

/// The head of a column that one can sort by.
struct Column {
    label: &'static str,
    query: String,
    order: &'static str,
}

struct Row {
    user: String,
    path: String,
    domain: String,
    owner: String,
    plan: String,
    disk: String,
    created: String,
    suspended: bool,
    reason: String,
    locked: bool,
}

/// Shows it.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    let wish = Wish::read(desk);
    match desk.ask_form("listaccts", &wish.form()) {
        Ok(told) => html(200, &page(desk, wish, &told)),
        Err(problem) => desk.fails(&problem),
    }
}

impl Wish {
    fn read(desk: &Desk<'_>) -> Self {
        Self {
            text: desk.given("q").to_owned(),
            field: known(SEARCHED, desk.given("in")),
            sort: known(SORTED, desk.given("sort")),
            reverse: desk.checked("down"),
            page: desk.given("page").parse().unwrap_or(1).clamp(1, u64::from(u32::MAX)),
        }
    }

    fn form(&self) -> Form {
        let mut pairs = vec![
            ("want", WANT.to_owned()),
            ("api.sort.enable", "1".to_owned()),
            ("api.sort.a.field", self.sort.to_owned()),
            ("api.sort.a.reverse", u8::from(self.reverse).to_string()),
            ("api.chunk.enable", "1".to_owned()),
            ("api.chunk.size", PAGE.to_string()),
            ("api.chunk.start", ((self.page - 1) * PAGE + 1).to_string()),
        ];
        if !self.text.is_empty() {
            pairs.extend(self.search());
        }
        pairs.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
    }

    /// The function's own search where it knows the field: rows that it leaves out are never made.
    fn search(&self) -> Vec<(&'static str, String)> {
        if self.field == "email" {
            return vec![
                ("api.filter.enable", "1".to_owned()),
                ("api.filter.a.field", "email".to_owned()),
                ("api.filter.a.type", "contains".to_owned()),
                ("api.filter.a.arg0", self.text.clone()),
            ];
        }
        vec![("searchtype", self.field.to_owned()), ("search", regex::escape(&self.text))]
    }

    /// The query of the same list with another order or page.
    fn query(&self, sort: &str, reverse: bool, page: u64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let down = if reverse { "1" } else { "" };
        let field = if self.text.is_empty() { "" } else { self.field };
        links::query([
            ("q", self.text.as_str()),
            ("in", field),
            ("sort", sort),
            ("down", down),
            ("page", &page),
        ])
    }
}

/// The name if it is in the list, else the first of the list.
fn known(names: &[(&'static str, &str)], given: &str) -> &'static str {
    let found = names.iter().find(|(name, _)| *name == given).or(names.first());
    found.map_or("", |(name, _)| name)
}

fn page(desk: &Desk<'_>, wish: Wish, told: &Told) -> AccountsPage {
    let rows: Vec<Row> = read::list(&told.data, "acct").iter().map(row).collect();
    let shown = u64::try_from(rows.len()).unwrap_or_default();
    let first = (wish.page - 1) * PAGE + 1;
    let last = (first + shown).saturating_sub(1);
    let records = told.metadata.get("chunk").and_then(|chunk| read::number(chunk, "records"));
    let total = records.and_then(|n| u64::try_from(n).ok()).unwrap_or(shown);
    let turn = |page: u64| wish.query(wish.sort, wish.reverse, page);
    AccountsPage {
        frame: desk.frame("Accounts"),
        searched: SEARCHED,
        sorted: SORTED,
        columns: SORTED.iter().map(|(field, label)| column(&wish, field, label)).collect(),
        rows,
        first,
        last,
        total,
        previous: (wish.page > 1).then(|| turn(wish.page - 1)),
        next: (last < total && shown > 0).then(|| turn(wish.page + 1)),
        may_create: desk.may("createacct"),
        wish,
    }
}

fn column(wish: &Wish, field: &str, label: &'static str) -> Column {
    let here = wish.sort == field;
    let order = match (here, wish.reverse) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    Column { label, query: wish.query(field, here && !wish.reverse, 1), order }
}

fn row(account: &Value) -> Row {
    let text = |key: &str| read::text(account, key);
    let suspended = read::flag(account, "suspended");
    Row {
        path: links::account(&text("user")),
        user: text("user"),
        domain: text("domain"),
        owner: text("owner"),
        plan: text("plan"),
        disk: format!("{} of {}", text("diskused"), text("disklimit")),
        created: read::day(read::number(account, "unix_startdate").unwrap_or_default()),
        reason: if suspended { text("suspendreason") } else { String::new() },
        suspended,
        locked: read::flag(account, "is_locked"),
    }
}
