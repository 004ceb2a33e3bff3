//! What the functions that call for an account have in common.

use api::{Field, Form, Input, Result, Type};

/// How the parameters of a relay itself begin; all else is for the function that it calls.
const OWN: [&str; 3] = ["cpanel_jsonapi_", "cpanel_xmlapi_", "cpanel."];

/// The parameters of the function that is called, several texts of a name included.
#[derive(Clone)]
pub struct Inner(pub Form);

impl Input for Inner {
    const DOC: &'static str = "The parameters of the function that is called.";
    const FIELDS: &'static [Field] = &[Field {
        name: "rest",
        doc: "Every other parameter goes to the function that is called.",
        ty: Type::Text,
        rest: true,
        ..Field::BLANK
    }];

    fn read(form: &Form) -> Result<Self> {
        let mut inner = Form::default();
        let is_own = |name: &str| OWN.iter().any(|own| name.starts_with(own));
        for (name, texts) in form.iter().filter(|(name, _)| !is_own(name)) {
            for text in texts {
                inner.push(name, text);
            }
        }
        inner.remove("api.version");
        Ok(Self(inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_the_call_stays_behind_and_all_else_goes_on() {
        let form: Form = [
            ("cpanel_jsonapi_user", "amy"),
            ("cpanel.module", "Email"),
            ("api.version", "1"),
            ("api.filter", "1"),
            ("user", "x"),
            ("a", "1"),
            ("a", "2"),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into_iter()
        .collect();
        let Inner(inner) = Inner::read(&form).unwrap();
        let names: Vec<&str> = inner.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "api.filter", "user"]);
        assert_eq!(inner.texts(&["a"]), ["1", "2"]);
    }
}
