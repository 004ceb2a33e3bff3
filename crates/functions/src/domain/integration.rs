//! Links of accounts to other services: what may be one, and the order in which a page shows them.

use api::{
    Error, Result, UserName,
    records::{IntegrationGroup, IntegrationLink, Select, Tx, is},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The groups that every account's pages have.
pub const GROUPS: [&str; 9] = [
    "files",
    "databases",
    "domains",
    "email",
    "metrics",
    "security",
    "software",
    "advanced",
    "pref",
];

/// What tokens are sealed for.
pub const PURPOSE: &str = "integration link";

/// How many links, and how many groups of its own, an account may have.
const MOST: usize = 100;
/// The longest icon, in letters of Base64.
const LONGEST_ICON: usize = 65_536;
/// What a PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Refuses what cannot identify a link or a group.
pub fn check_id(param: &str, id: &str) -> Result<()> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    if id.is_empty() || id.len() > 64 || !id.chars().all(plain) {
        return Err(Error::param(
            param,
            "must have 1 to 64 letters, digits, underscores, hyphens or dots.",
        ));
    }
    Ok(())
}

/// Refuses a text that is empty or long.
pub fn check_text(param: &str, text: &str) -> Result<()> {
    if text.trim().is_empty() || text.chars().count() > 255 {
        return Err(Error::param(param, "must have 1 to 255 characters."));
    }
    Ok(())
}

/// Refuses an icon that is no PNG.
pub fn check_icon(param: &str, icon: &str) -> Result<()> {
    let small = icon.len() <= LONGEST_ICON;
    let is_png = STANDARD.decode(icon).is_ok_and(|bytes| bytes.starts_with(PNG));
    if icon.is_empty() || (small && is_png) {
        return Ok(());
    }
    let rule = format!("must be a PNG in Base64 of at most {LONGEST_ICON} letters.");
    Err(Error::param(param, rule))
}

/// The links of an account, in the order of their places.
pub fn links(tx: &dyn Tx, account: &UserName) -> Result<Vec<IntegrationLink>> {
    let order = vec![("place", false), ("app", false)];
    tx.list(&Select { filter: vec![is("account", account)], order, window: None })
}

/// The groups of an account's own, in the order of their places.
pub fn groups(tx: &dyn Tx, account: &UserName) -> Result<Vec<IntegrationGroup>> {
    let order = vec![("place", false), ("id", false)];
    tx.list(&Select { filter: vec![is("account", account)], order, window: None })
}

/// The link of that name.
pub fn link(tx: &dyn Tx, account: &UserName, app: &str) -> Result<IntegrationLink> {
    tx.find(&[account.into(), app.into()])?.ok_or_else(|| {
        let app = api::values::text::shown(app);
        Error::not_found(format!("app: the account “{account}” has no link “{app}”."))
    })
}

/// Refuses a group that the account's pages do not have.
pub fn check_group(tx: &dyn Tx, account: &UserName, id: &str) -> Result<()> {
    let own = || tx.find::<IntegrationGroup>(&[account.into(), id.into()]);
    if GROUPS.contains(&id) || own()?.is_some() {
        return Ok(());
    }
    let rule = format!(
        "must be one of {}, or a group made by create_integration_group.",
        GROUPS.join(", ")
    );
    Err(Error::param("group_id", rule))
}

/// Refuses one more where there are many already.
pub fn check_count(param: &str, there: usize) -> Result<()> {
    if there < MOST {
        return Ok(());
    }
    Err(Error::param(param, format!("the account has {MOST} already; remove one first.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_a_small_png() {
        check_icon("icon", "").unwrap();
        check_icon("icon", "iVBORw0KGgo=").unwrap();
        let long = STANDARD.encode([PNG, &vec![0; LONGEST_ICON]].concat());
        for bad in ["x", "R0lGODlh", long.as_str()] {
            assert!(check_icon("icon", bad).is_err());
        }
    }
}
