//! What functions may be given, by the type of a parameter.

/// A value that functions take for a parameter of that type; where it names something, it names the
/// account `victim`.
pub(crate) fn plain(ty: api::Type) -> &'static str {
    match ty {
        api::Type::Domain => "victim.test",
        api::Type::Email => "victim@victim.test",
        api::Type::Ip => "192.0.2.66",
        api::Type::Flag | api::Type::Int | api::Type::Number | api::Type::Limit => "1",
        api::Type::UnixTime => "1900000000",
        api::Type::Json => r#"{"victim":1}"#,
        api::Type::Enum(words) => words.first().unwrap(),
        api::Type::Secret => "Other-lamp-9-quarry",
        api::Type::Optional(ty) | api::Type::List(ty) => plain(*ty),
        _ => "victim",
    }
}

/// Whether a parameter of that type is a secret.
pub(crate) fn is_secret(ty: api::Type) -> bool {
    match ty {
        api::Type::Secret => true,
        api::Type::Optional(ty) | api::Type::List(ty) | api::Type::Map(ty) => is_secret(*ty),
        _ => false,
    }
}
