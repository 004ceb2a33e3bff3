//! The control of a parameter, by its type.

use api::{Field, Form, Type};

/// A parameter's control.
pub(crate) struct Input {
    /// The control's name in the form.
    pub(crate) key: String,
    /// The parameter's name.
    pub(crate) name: &'static str,
    /// What it is.
    pub(crate) doc: &'static str,
    /// Whether a call must give it.
    pub(crate) required: bool,
    /// What counts when it is absent.
    pub(crate) default: &'static str,
    /// What it looks like.
    pub(crate) control: Control,
    /// What is in it; never a secret.
    pub(crate) value: String,
}

/// What a control looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Control {
    /// A line of text; the kind of keyboard that suits it.
    Line(&'static str),
    /// A line that is not shown.
    Hidden,
    /// Several lines, and what they hold.
    Lines(&'static str),
    /// One of these.
    Choice(Vec<&'static str>),
}

impl Input {
    /// The control of a field, with what was sent in it.
    pub(crate) fn of(field: &Field, form: &Form) -> Self {
        let (key, control) = (key(field.name), control(field));
        let value =
            if control == Control::Hidden { "" } else { form.last(&key).unwrap_or_default() };
        Self {
            value: value.to_owned(),
            key,
            name: field.name,
            doc: field.doc,
            required: field.required(),
            default: field.default.unwrap_or_default(),
            control,
        }
    }
}

/// The name in the shell's form of a function's parameter, apart from the shell's own fields.
pub(crate) fn key(name: &str) -> String {
    format!("p.{name}")
}

/// Whether a field takes several values, a line each.
pub(crate) fn is_list(field: &Field) -> bool {
    field.family || matches!(bare(&field.ty), Type::List(_))
}

/// Whether a field holds a secret.
pub(crate) fn is_secret(field: &Field) -> bool {
    matches!(bare(&field.ty), Type::Secret)
}

fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Optional(inner) => bare(inner),
        other => other,
    }
}

fn control(field: &Field) -> Control {
    if is_list(field) {
        return Control::Lines("One a line.");
    }
    match bare(&field.ty) {
        Type::Secret => Control::Hidden,
        Type::Flag => Control::Choice(vec!["0", "1"]),
        Type::Enum(words) => Control::Choice(words.to_vec()),
        Type::Json | Type::Any | Type::Map(_) | Type::Object(_) => Control::Lines("JSON."),
        Type::Int | Type::UnixTime => Control::Line("numeric"),
        Type::Number => Control::Line("decimal"),
        Type::Email => Control::Line("email"),
        Type::Url => Control::Line("url"),
        _ => Control::Line("text"),
    }
}
