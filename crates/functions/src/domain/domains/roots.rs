//! The folders of sites, below the home.

use api::{Account, Error, Result, values::text};

/// Folders of a home that hold something else than sites.
const KEPT: [&str; 5] = ["mail", "etc", "ssl", "logs", "tmp"];

/// The longest path in bytes.
const LONGEST: usize = 255;

/// Reads a folder: a path below the home, with or without a leading slash, or a whole path that
/// begins with the home.
pub fn read(param: &str, given: &str, account: &Account) -> Result<String> {
    text::check(given).map_err(|rule| Error::param(param, rule))?;
    let home = &account.record().home;
    let below = match given.strip_prefix(home.as_str()) {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => rest,
        _ => given,
    };
    let parts: Vec<&str> = below.split('/').filter(|part| !part.is_empty()).collect();
    let Some(first) = parts.first() else {
        return Err(Error::param(param, "must be a folder below the home, not the home itself."));
    };
    if parts.iter().any(|part| [".", ".."].contains(part)) {
        return Err(Error::param(param, "may not have “.” or “..” in it."));
    }
    if KEPT.contains(first) || first.starts_with('.') {
        let rule = format!("“{}” holds what is no site's.", text::shown(first));
        return Err(Error::param(param, rule));
    }
    let path = parts.join("/");
    if path.len() > LONGEST {
        return Err(Error::param(param, format!("may have at most {LONGEST} bytes.")));
    }
    Ok(path)
}

/// Where the site of a subdomain lies that nobody chose a folder for.
pub fn of_label(label: &str) -> String {
    format!("public_html/{}", label.replace('*', "_wildcard_"))
}

/// The whole path of a folder, as the account sees it.
pub fn whole(account: &Account, folder: &str) -> String {
    format!("{}/{folder}", account.record().home)
}
