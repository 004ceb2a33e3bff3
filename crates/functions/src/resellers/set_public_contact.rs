//! `set_public_contact`

use api::{Acl, Cx, Effect, Error, Function, Input, Needs, Result, Url, records::PublicContact};

use crate::domain::change::{Change, OnFailure};

/// The longest name and URL in bytes.
const LONGEST: usize = 255;

/// Changes the caller's public contact. What is absent stays; an empty text takes away what there was.
#[derive(Debug, Input)]
pub struct Params {
    /// The name that users know.
    pub name: Option<String>,
    /// The URL where they find help.
    pub url: Option<Url>,
}

/// See [`Params`].
pub struct SetPublicContact;

impl Function for SetPublicContact {
    const NAME: &'static str = "set_public_contact";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::PublicContact]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let Params { name, url } = params;
        let url = url.map(|url| url.as_str().to_owned());
        for (param, given) in [("name", &name), ("url", &url)] {
            if given.as_ref().is_some_and(|text| text.len() > LONGEST) {
                return Err(Error::param(param, format!("may have at most {LONGEST} bytes.")));
            }
        }
        let mut change = Change::begin(cx)?;
        let before: Option<PublicContact> = change.tx().find(&[(&cx.caller.user).into()])?;
        let (old_name, old_url) = before.map(|row| (row.name, row.url)).unwrap_or_default();
        change.save(&PublicContact {
            user_name: cx.caller.user.clone(),
            name: name.unwrap_or(old_name),
            url: url.unwrap_or(old_url),
        })?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn what_is_absent_stays() {
        let world = World::new().reseller("carol", &[Acl::PublicContact]);
        world.call("carol", "set_public_contact", &[("name", "Carol")]).unwrap();
        world.call("carol", "set_public_contact", &[("url", "http://c.example")]).unwrap();
        let data = world.data("carol", "get_public_contact", &[]);
        assert_eq!(data, json!({"name": "Carol", "url": "http://c.example"}));
        world.call("carol", "set_public_contact", &[("url", "")]).unwrap();
        let data = world.data("carol", "get_public_contact", &[]);
        assert_eq!(data, json!({"name": "Carol", "url": ""}));
    }

    #[test]
    fn a_contact_goes_and_is_renamed_with_its_user() {
        let world = World::new().account("carol", "root").reseller("carol", &[Acl::PublicContact]);
        world.call("carol", "set_public_contact", &[("name", "Carol")]).unwrap();
        let form = [("user", "carol"), ("newuser", "carola")];
        world.call("root", "modifyacct", &form).unwrap();
        assert_eq!(world.data("carola", "get_public_contact", &[])["name"], "Carol");
        world.call("root", "removeacct", &[("user", "carola")]).unwrap();
        let world = world.account("carola", "root").reseller("carola", &[Acl::PublicContact]);
        assert_eq!(world.data("carola", "get_public_contact", &[])["name"], "");
    }

    #[test]
    fn what_is_no_url_or_too_long_is_refused() {
        let world = World::new().reseller("carol", &[Acl::PublicContact]);
        let form = [("name", "Carol"), ("url", "javascript:alert(1)")];
        assert!(world.refusal("carol", "set_public_contact", &form).starts_with("url: "));
        let long = "x".repeat(256);
        let said = world.refusal("carol", "set_public_contact", &[("name", &long)]);
        assert_eq!(said, "name: may have at most 255 bytes.");
        assert_eq!(world.data("carol", "get_public_contact", &[])["name"], "");
    }
}
