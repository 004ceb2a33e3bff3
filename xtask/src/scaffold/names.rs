//! Wire names as Rust names.

/// The words that Rust keeps for itself.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut",
    "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "type", "unsafe",
    "use", "where", "while", "yield", "abstract", "box", "do", "final", "macro", "override",
    "priv", "try", "typeof", "unsized", "virtual",
];

/// The words of a name: `createAcct`, `create-acct` and `create_acct` have two.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for letter in name.chars() {
        if !letter.is_ascii_alphanumeric() || (lower && letter.is_ascii_uppercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_ascii_alphanumeric()) {
            word.push(letter);
        }
        lower = letter.is_ascii_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A type or variant: `ErrSetup`.
pub(crate) fn camel(name: &str) -> String {
    let text: String = words(name).iter().map(|word| capital(word)).collect();
    match text.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("Number{text}"),
        Some(_) => text,
    }
}

/// A field: `err_setup`.
pub(crate) fn snake(name: &str) -> String {
    let text = words(name).join("_").to_ascii_lowercase();
    match text.as_str() {
        "type" => "kind".to_owned(),
        word if KEYWORDS.contains(&word) => format!("{word}_"),
        word if word.starts_with(|first: char| first.is_ascii_digit()) => format!("n{word}"),
        _ => text,
    }
}

/// The folder of a module: `BoxTrapper` is in `box_trapper`, `cPGreyList` in `cp_grey_list`.
pub(crate) fn folder(module: &str) -> String {
    let whole = |text: String, [name, word]: [&str; 2]| text.replace(name, word);
    let text = [["cP", "cp"], ["WordPress", "Wordpress"]].into_iter().fold(module.into(), whole);
    snake(&text)
}

/// The name of one of several: `accts` has an `acct`.
pub(crate) fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies") {
        return format!("{stem}y");
    }
    match name.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => name.to_owned(),
    }
}

fn capital(word: &str) -> String {
    let shouted = word.len() > 1 && !word.contains(|letter: char| letter.is_ascii_lowercase());
    let rest = word.get(1..).unwrap_or_default();
    let rest = if shouted { rest.to_ascii_lowercase() } else { rest.to_owned() };
    word.chars().take(1).map(|first| first.to_ascii_uppercase()).collect::<String>() + &rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_names_become_rust_names() {
        for (wire, ty, field) in [
            ("countryName", "CountryName", "country_name"),
            ("MAXFTP", "Maxftp", "maxftp"),
            ("acl-edit-dns", "AclEditDns", "acl_edit_dns"),
            ("_PACKAGE_EXTENSIONS", "PackageExtensions", "package_extensions"),
            ("type", "Type", "kind"),
            ("use", "Use", "use_"),
            ("15min", "Number15min", "n15min"),
            ("issuer.commonName", "IssuerCommonName", "issuer_common_name"),
        ] {
            assert_eq!((camel(wire).as_str(), snake(wire).as_str()), (ty, field), "{wire}");
        }
    }

    #[test]
    fn modules_have_folders() {
        let names = ["BoxTrapper", "SSL", "cPAddons", "WordPressSite", "CSVImport", "LangPHP"];
        assert_eq!(
            names.map(folder),
            ["box_trapper", "ssl", "cp_addons", "wordpress_site", "csvimport", "lang_php"]
        );
    }

    #[test]
    fn one_of_several_is_singular() {
        let several = ["accts", "entries", "status", "address", "zone"];
        assert_eq!(several.map(singular), ["acct", "entry", "status", "address", "zone"]);
    }
}
