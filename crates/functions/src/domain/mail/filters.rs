//! Filters of an account's and of its mailboxes' mail.

use std::collections::BTreeMap;

use api::{
    Account, Error, Flag, Kind, Result,
    mail::{Act, Action, Condition, Message, Part, judge},
    records::{MailFilter, Select, Subject, Tx, is},
    values::text,
};

use super::domains;
use crate::domain::change::Change;

/// The longest name of a filter, in bytes.
const LONGEST_NAME: usize = 128;
/// The most conditions, and the most acts, of a filter.
pub const MOST: usize = 4096;

/// A filter apart in what it consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Its name.
    pub name: String,
    /// Whether it is applied.
    pub enabled: Flag,
    /// What a message must be like.
    pub conditions: Vec<Condition>,
    /// What becomes of such a message.
    pub acts: Vec<Act>,
}

impl Filter {
    /// The filter of a row.
    pub fn of(row: &MailFilter) -> Result<Self> {
        Ok(Self {
            name: row.name.clone(),
            enabled: row.enabled,
            conditions: serde_json::from_str(&row.conditions).map_err(Error::internal)?,
            acts: serde_json::from_str(&row.acts).map_err(Error::internal)?,
        })
    }

    fn check(&self, account: &Account) -> Result<()> {
        text::check(&self.name).map_err(|problem| Error::param("filtername", problem))?;
        if self.name.trim().is_empty() || self.name.len() > LONGEST_NAME {
            let rule = format!("must have 1 to {LONGEST_NAME} bytes");
            return Err(Error::param("filtername", rule));
        }
        for (param, count) in [("part1", self.conditions.len()), ("action1", self.acts.len())] {
            if count == 0 || count > MOST {
                return Err(Error::param(param, format!("there must be 1 to {MOST}")));
            }
        }
        (1..).zip(&self.acts).try_for_each(|(number, act)| check_act(account, number, act))
    }
}

fn check_act(account: &Account, number: usize, act: &Act) -> Result<()> {
    let param = format!("dest{number}");
    let needs = matches!(act.action, Action::Deliver | Action::Save | Action::Pipe);
    if needs && act.dest.trim().is_empty() {
        let rule = format!("is required with action{number}={}", act.action.as_str());
        return Err(Error::param(&param, rule));
    }
    let climbs = act.dest.split('/').any(|part| part == "..");
    let home = format!("{}/", account.record().home);
    let is_file = matches!(act.action, Action::Save | Action::Pipe);
    let is_ours = !act.dest.starts_with('/')
        || act.dest.starts_with(&home)
        || act.dest.starts_with("/dev/null")
        || act.action == Action::Save && act.dest.starts_with("/.");
    if is_file && (climbs || !is_ours) {
        return Err(Error::param(&param, "must be a path below the account's home"));
    }
    if act.action == Action::Deliver {
        let address: std::result::Result<api::EmailAddress, _> = act.dest.parse();
        address.map_err(|problem| Error::param(&param, problem))?;
    }
    Ok(())
}

/// The values of a family `NAME1`, `NAME2` and so on, in the order of their numbers, each with its
/// parameter.
pub fn numbered(rest: &BTreeMap<String, String>, name: &str) -> Vec<(String, String)> {
    let number = |param: &str| param.strip_prefix(name)?.parse::<u32>().ok();
    let mut found: Vec<(u32, &String, &String)> =
        rest.iter().filter_map(|(param, value)| Some((number(param)?, param, value))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, param, value)| (param.clone(), value.clone())).collect()
}

/// The conditions that `partN`, `matchN`, `valN` and `optN` give.
pub fn conditions(rest: &BTreeMap<String, String>) -> Result<Vec<Condition>> {
    let parts = numbered(rest, "part");
    parts.into_iter().map(|(param, part)| condition(rest, &param, &part)).collect()
}

fn condition(rest: &BTreeMap<String, String>, param: &str, part: &str) -> Result<Condition> {
    let number = param.strip_prefix("part").unwrap_or_default();
    let named = |name: &str| (format!("{name}{number}"), rest.get(&format!("{name}{number}")));
    let (match_param, kind) = named("match");
    let (opt_param, join) = named("opt");
    let kind = kind.map_or("", String::as_str);
    let join = join.map_or("and", |join| if join.is_empty() { "and" } else { join });
    Ok(Condition {
        part: Part::parse(part).map_err(|problem| Error::param(param, problem))?.to_owned(),
        kind: kind.parse().map_err(|problem| Error::param(&match_param, problem))?,
        value: named("val").1.cloned().unwrap_or_default(),
        join: join.parse().map_err(|problem| Error::param(&opt_param, problem))?,
    })
}

/// The acts that `actionN` and `destN` give.
pub fn acts(rest: &BTreeMap<String, String>) -> Result<Vec<Act>> {
    let act = |(param, action): (String, String)| {
        let number = param.strip_prefix("action").unwrap_or_default();
        Ok(Act {
            action: action.parse().map_err(|problem| Error::param(&param, problem))?,
            dest: rest.get(&format!("dest{number}")).cloned().unwrap_or_default(),
        })
    };
    numbered(rest, "action").into_iter().map(act).collect()
}

/// What filters would make of a message's text, told a line each.
pub fn trace(filters: &[MailFilter], text: &str) -> Result<String> {
    let message = Message::of_body(text);
    let mut lines = Vec::new();
    for row in filters.iter().filter(|row| row.enabled.0) {
        let filter = Filter::of(row)?;
        if !judge(&filter.conditions, &message) {
            lines.push(format!("“{}” does not fit.", filter.name));
            continue;
        }
        for act in &filter.acts {
            let (name, action) = (&filter.name, act.action.as_str());
            lines.push(format!("“{name}” fits: {action} “{}”.", act.dest));
        }
        return Ok(lines.join("\n"));
    }
    lines.push("The message is delivered as usual.".to_owned());
    Ok(lines.join("\n"))
}

/// The filters of an owner, in their order.
pub fn of(tx: &dyn Tx, owner: &str) -> Result<Vec<MailFilter>> {
    let mut rows: Vec<MailFilter> = tx.matching(vec![is("owner", owner)])?;
    rows.sort_by_key(|row| row.place);
    Ok(rows)
}

/// An owner's filter of that name.
pub fn existing(tx: &dyn Tx, owner: &str, name: &str) -> Result<MailFilter> {
    let found: Option<MailFilter> = tx.find(&[owner.into(), name.into()])?;
    found.ok_or_else(|| {
        Error::not_found(format!("filtername: there is no filter “{}”.", text::shown(name)))
    })
}

/// Makes a filter, changes the one of its name, or gives the one of a former name this one.
pub fn store(
    change: &mut Change<'_>,
    account: &Account,
    owner: &str,
    filter: &Filter,
    formerly: Option<&str>,
) -> Result<()> {
    filter.check(account)?;
    let formerly = formerly.filter(|formerly| !formerly.is_empty() && *formerly != filter.name);
    let before = match formerly {
        Some(formerly) => Some(existing(change.tx(), owner, formerly)?),
        None => change.tx().find(&[owner.into(), filter.name.as_str().into()])?,
    };
    if formerly.is_some() {
        let taken = [is("owner", owner), is("name", filter.name.as_str())];
        if change.tx().count::<MailFilter>(&taken)? > 0 {
            let message = format!("filtername: there is already a filter “{}”.", filter.name);
            return Err(Error::new(Kind::Exists, message));
        }
        remove_row(change, owner, formerly.unwrap_or_default())?;
    }
    let place = match &before {
        Some(row) => row.place,
        None => last_place(change.tx(), owner)? + 1,
    };
    let row = MailFilter {
        owner: owner.to_owned(),
        name: filter.name.clone(),
        account: account.name().clone(),
        place,
        enabled: before.map_or(Flag(true), |row| row.enabled),
        conditions: serde_json::to_string(&filter.conditions).map_err(Error::internal)?,
        acts: serde_json::to_string(&filter.acts).map_err(Error::internal)?,
    };
    change.save(&row)?;
    touch(change, account, owner)
}

fn last_place(tx: &dyn Tx, owner: &str) -> Result<u32> {
    let rows: Vec<MailFilter> =
        tx.list(&Select { filter: vec![is("owner", owner)], ..Select::default() })?;
    Ok(rows.iter().map(|row| row.place).max().unwrap_or_default())
}

/// Removes a filter.
pub fn remove(change: &mut Change<'_>, account: &Account, owner: &str, name: &str) -> Result<()> {
    existing(change.tx(), owner, name)?;
    remove_row(change, owner, name)?;
    touch(change, account, owner)
}

fn remove_row(change: &mut Change<'_>, owner: &str, name: &str) -> Result<()> {
    change.remove::<MailFilter>(&[is("owner", owner), is("name", name)]).map(drop)
}

/// Switches a filter on or off; says whether that changed it.
pub fn set_enabled(
    change: &mut Change<'_>,
    account: &Account,
    (owner, name): (&str, &str),
    enabled: bool,
) -> Result<bool> {
    let row = existing(change.tx(), owner, name)?;
    let changes = row.enabled.0 != enabled;
    change.save(&MailFilter { enabled: Flag(enabled), ..row })?;
    touch(change, account, owner)?;
    Ok(changes)
}

/// Puts an owner's filters into that order; those that are not named come after, as they were.
pub fn reorder(
    change: &mut Change<'_>,
    account: &Account,
    owner: &str,
    names: &[(String, String)],
) -> Result<()> {
    for (param, name) in names {
        existing(change.tx(), owner, name).map_err(|_| {
            Error::param(param, format!("there is no filter “{}”", text::shown(name)))
        })?;
    }
    let mut rows = of(change.tx(), owner)?;
    let rank = |row: &MailFilter| {
        names.iter().position(|(_, name)| *name == row.name).unwrap_or(names.len())
    };
    rows.sort_by_key(|row| (rank(row), row.place));
    for (place, row) in (1..).zip(rows) {
        change.save(&MailFilter { place, ..row })?;
    }
    touch(change, account, owner)
}

/// A mailbox's filters are of its domain, the account's own of all its domains.
fn touch(change: &mut Change<'_>, account: &Account, owner: &str) -> Result<()> {
    match owner.rsplit_once('@') {
        None => domains::touch_all(change, account.name()),
        Some((_, domain)) => {
            let domain = domain.parse().map_err(|problem: String| Error::internal(problem))?;
            change.touch(Subject::MailDomain(domain));
            Ok(())
        }
    }
}
