//! Features by a part of their names.

use api::{Error, Result};
use functions::domain::features::{FEATURES, access::Access};
use regex::RegexBuilder;

/// The longest compiled expression, in bytes.
const LARGEST: usize = 1 << 20;

/// The features that an account has and whose names have that part, or match that expression.
pub(super) fn matching(access: &Access, pattern: &str, is_regex: bool) -> Result<Vec<String>> {
    let fits: Box<dyn Fn(&str) -> bool> = if is_regex {
        let built = RegexBuilder::new(pattern).size_limit(LARGEST).build();
        let built = built.map_err(|_| Error::param("pattern", "is not a regular expression"))?;
        Box::new(move |name| built.is_match(name))
    } else {
        Box::new(|name| name.contains(pattern))
    };
    let ids = FEATURES.iter().map(|feature| feature.id);
    Ok(ids.filter(|id| fits(id) && access.has(id)).map(str::to_owned).collect())
}
