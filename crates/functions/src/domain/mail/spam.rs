//! What accounts and mailboxes wish of the spam filter.

use api::{
    Account, Cx, Error, Output, Result,
    records::{AccountRecord, SpamPreference, Tx, is},
    values::text,
};

use super::domains;
use crate::domain::{
    accounts,
    change::{Change, OnFailure},
};

/// The score at which spam is deleted by itself; no line where it is not.
pub const AUTO_DELETE: &str = "auto_delete_score";
/// The score at which a message counts as spam.
pub const REQUIRED_SCORE: &str = "required_score";
/// The score where none is wished.
pub const USUAL_SCORE: f64 = 5.0;
/// The preferences that have many lines.
pub const LISTS: &[&str] = &["blacklist_from", "score", "whitelist_from"];
/// The most lines of a preference.
const MOST: usize = 1000;

/// What an owner wishes of the spam filter.
#[derive(Debug, Clone, Output)]
pub struct Preferences {
    /// Senders whose mail always counts as spam.
    pub blacklist_from: Vec<String>,
    /// From which score on a message counts as spam.
    pub required_score: Vec<f64>,
    /// Tests with other scores: a name, a space, a number.
    pub score: Vec<String>,
    /// Senders whose mail never counts as spam.
    pub whitelist_from: Vec<String>,
}

/// What an owner wishes of the spam filter.
pub fn preferences(tx: &dyn Tx, owner: &str) -> Result<Preferences> {
    let required = lines(tx, owner, REQUIRED_SCORE)?;
    let required = required.first().and_then(|score| score.parse().ok());
    Ok(Preferences {
        blacklist_from: lines(tx, owner, "blacklist_from")?,
        required_score: vec![required.unwrap_or(USUAL_SCORE)],
        score: lines(tx, owner, "score")?,
        whitelist_from: lines(tx, owner, "whitelist_from")?,
    })
}

/// Changes what the caller's account says of the spam filter.
pub fn switch(cx: &Cx<'_>, with: impl FnOnce(&mut AccountRecord)) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let mut record = Account::of_caller(change.tx(), cx.caller)?.into_record();
    with(&mut record);
    accounts::save(cx, &mut change, &mut record)?;
    domains::touch_all(&mut change, &record.name)?;
    change.commit(OnFailure::Undo)
}

/// The lines of an owner's preference, in order.
pub fn lines(tx: &dyn Tx, owner: &str, name: &str) -> Result<Vec<String>> {
    let rows: Vec<SpamPreference> = tx.matching(vec![is("owner", owner), is("name", name)])?;
    Ok(rows.into_iter().map(|row| row.value).collect())
}

/// Puts lines in the place of those of a preference; none leave it as it is usually.
pub fn set(
    change: &mut Change<'_>,
    account: &Account,
    (owner, name): (&str, &str),
    values: &[String],
) -> Result<()> {
    if values.len() > MOST {
        return Err(Error::param("value", format!("there may be {MOST} at most")));
    }
    change.remove::<SpamPreference>(&[is("owner", owner), is("name", name)])?;
    for (place, value) in (0..).zip(values) {
        change.insert(&SpamPreference {
            owner: owner.to_owned(),
            name: name.to_owned(),
            place,
            account: account.name().clone(),
            value: value.clone(),
        })?;
    }
    domains::touch_all(change, account.name())
}

/// Checks the values of a preference.
pub fn check(name: &str, values: &[String]) -> Result<()> {
    let fault = |rule: String| Err(Error::param("value", rule));
    for value in values {
        match name {
            REQUIRED_SCORE => {
                let score: Option<f64> = value.parse().ok();
                if !score.is_some_and(|score| (0.1..=1000.0).contains(&score)) {
                    return fault("must be a score from 0.1 to 1000".to_owned());
                }
            }
            "score" => {
                let (test, scores) = value.split_once(' ').unwrap_or((value, ""));
                let is_name =
                    !test.is_empty() && test.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                let are_numbers = !scores.trim().is_empty()
                    && scores.split_whitespace().all(|score| score.parse::<f64>().is_ok());
                if !is_name || !are_numbers {
                    return fault(format!(
                        "“{}” is no score: the name of a test, a space, a number",
                        text::shown(value)
                    ));
                }
            }
            _ => {
                let is_pattern = !value.is_empty()
                    && value.chars().all(|c| c.is_ascii_graphic())
                    && (value.contains('@') || value.contains('*') || value.contains('.'));
                if !is_pattern {
                    return fault(format!("“{}” is no address or pattern", text::shown(value)));
                }
            }
        }
    }
    if name == REQUIRED_SCORE && values.len() > 1 {
        return fault("there can be only one".to_owned());
    }
    Ok(())
}

/// The score at which an owner's spam is deleted by itself.
pub fn auto_delete(tx: &dyn Tx, owner: &str) -> Result<Option<u64>> {
    Ok(lines(tx, owner, AUTO_DELETE)?.first().and_then(|value| value.parse().ok()))
}
