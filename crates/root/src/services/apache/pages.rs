//! The pages that are no site's own.

/// A page of one line, as a quoted word may hold it.
fn page(title: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>{title}</title>\
         <h1>{title}</h1><p>{text}</p></html>"
    )
}

/// No site has that name.
pub(super) fn unknown() -> String {
    page("No such site", "There is no site of this name on this server.")
}

/// The site's account is suspended.
pub(super) fn suspended() -> String {
    page("This account is suspended", "Its owner can ask the host why.")
}

/// The site has no such file.
pub(super) fn missing() -> String {
    page("Not found", "This site has no such page.")
}

/// The file is not for visitors.
pub(super) fn forbidden() -> String {
    page("Forbidden", "This may not be read by visitors.")
}
