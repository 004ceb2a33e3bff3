//! `_getpkgextensionform`

use std::fmt::Write as _;

use api::{Acl, Cx, Data, Effect, Function, Input, Needs, Output, PackageName, Result, Sink, Type};

use crate::domain::packages::{self, extensions, extensions::Variables};

/// Gives a form for the variables of a package's extensions.
#[derive(Debug, Input)]
pub struct Params {
    /// The package; a reseller may leave out the prefix.
    pub pkg: PackageName,
}

/// The form; there is no data where the package has no variables.
#[derive(Debug)]
pub struct Reply(Option<Form>);

/// The form.
#[derive(Debug, Output)]
pub struct Form {
    /// HTML with a field a variable, without anything for Template Toolkit to replace.
    pub html: String,
}

impl Output for Reply {
    const TYPE: Type = Form::TYPE;
    fn put(&self, sink: &mut dyn Sink) {
        self.0.put(sink);
    }
    fn into_data(self) -> Data {
        self.0.map_or(Data::None, Form::into_data)
    }
}

/// See [`Params`].
pub struct GetPkgExtensionForm;

impl Function for GetPkgExtensionForm {
    const NAME: &'static str = "_getpkgextensionform";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let package = packages::visible(&*tx, cx.caller, &params.pkg)?;
        let variables = extensions::variables(&*tx, &package.name)?;
        let some = !variables.is_empty();
        Ok(Reply(some.then(|| Form { html: form(&package.extensions, &variables) })))
    }
}

fn form(extensions: &str, variables: &Variables) -> String {
    let mut html = format!("<fieldset>\n<legend>{}</legend>\n", escape(extensions));
    for (name, value) in variables {
        let (name, value) = (escape(name), escape(value));
        let field = format!("<input type=\"text\" name=\"{name}\" value=\"{value}\">");
        // Writing to a string cannot fail.
        let _written = writeln!(html, "<label>{name} {field}</label>");
    }
    html + "</fieldset>\n"
}

/// Text as HTML, with nothing in it that Template Toolkit would take for its own.
fn escape(text: &str) -> String {
    let escape = |c: char| match c {
        '&' | '<' | '>' | '"' | '\'' | '[' | '$' => format!("&#{};", u32::from(c)),
        _ => c.to_string(),
    };
    text.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    #[test]
    fn each_variable_has_its_field_and_cannot_leave_it() {
        let world = World::new();
        let form = [("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog"), ("dog_a", "\"><b>[% x %]")];
        world.data("root", "addpkg", &form);
        let reply = world.data("root", "_getpkgextensionform", &[("pkg", "gold")]);
        let html = reply["html"].as_str().unwrap();
        assert!(
            html.contains("name=\"dog_a\" value=\"&#34;&#62;&#60;b&#62;&#91;% x %]\""),
            "{html}"
        );
    }

    #[test]
    fn a_package_without_extensions_has_no_form() {
        let reply = World::new().data("root", "_getpkgextensionform", &[("pkg", "default")]);
        assert_eq!(reply, Value::Null);
    }

    #[test]
    fn a_package_of_others_is_not_there() {
        let world = World::new().reseller("bob", &[Acl::EditPkg]);
        world.data("root", "addpkg", &[("name", "gold")]);
        let said = world.refusal("bob", "_getpkgextensionform", &[("pkg", "gold")]);
        assert_eq!(said, "There is no package “gold”.");
    }
}
