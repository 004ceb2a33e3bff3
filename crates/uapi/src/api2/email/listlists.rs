//! `Email::listlists` of cPanel API 2

use api::{Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result};

use crate::email::list_lists::{self, Item, ListLists};

/// Lists mailing lists.
#[derive(Input)]
pub struct Params {
    /// Only those of this domain.
    pub domain: Option<DomainName>,
    /// A pattern that their addresses must have.
    pub regex: Option<String>,
}

/// A mailing list.
#[derive(Output)]
pub struct Row {
    /// The host that it is on.
    pub desthost: String,
    /// The bytes of its archive.
    pub diskused: i64,
    /// The same for people.
    pub humandiskused: String,
    /// Its address.
    pub list: EmailAddress,
    /// The name that its software knows it by.
    pub listid: String,
}

/// See [`Params`].
pub struct Listlists;

impl Function for Listlists {
    const NAME: &'static str = "listlists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let twin = list_lists::Params { domain: params.domain, regex: params.regex };
        let row = |one: Item| Row {
            desthost: one.desthost,
            diskused: one.diskused,
            humandiskused: one.humandiskused,
            list: one.list,
            listid: one.listid,
        };
        Ok(ListLists::run(cx, twin)?.into_iter().map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        email::samples::{PASSWORD, world},
        testing::Calls as _,
    };

    #[test]
    fn lists_are_listed() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        world.uapi_data("amy", "Email", "add_list", &form);
        let rows = world.api2("amy", "Email", "listlists", &form[..1]).unwrap().data;
        assert_eq!(
            (&rows[0]["list"], &rows[0]["listid"]),
            (&"news@amy.test".into(), &"news_amy.test".into())
        );
        let rows = world.api2("bob", "Email", "listlists", &[]).unwrap().data;
        assert_eq!(rows.as_array().unwrap().len(), 0);
    }
}
