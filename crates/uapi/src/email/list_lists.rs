//! `Email::list_lists`

use api::{
    Account, Cx, DomainName, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result,
    records::{MailingList, Tx},
};
use functions::domain::mail::{domains, lists, measure, search::Pattern};

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
pub struct Item {
    /// `private` where it is closed in every way, else `public`.
    pub accesstype: &'static str,
    /// Whether it is on the public page of lists.
    pub advertised: Flag,
    /// Whether only members read its archive.
    pub archive_private: Flag,
    /// The host that it is on.
    pub desthost: String,
    /// The bytes of its archive.
    pub diskused: i64,
    /// The same for people.
    pub humandiskused: String,
    /// Its address.
    pub list: EmailAddress,
    /// Its administrators, parted by commas.
    pub listadmin: String,
    /// The name that its software knows it by.
    pub listid: String,
    /// Who confirms a subscription: 1 the subscriber, 2 an administrator, 3 both.
    pub subscribe_policy: u32,
}

fn item(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    account: &Account,
    host: &str,
    list: MailingList,
) -> Result<Item> {
    let admins = lists::admins(tx, &list.address)?;
    let admins: Vec<&str> = admins.iter().map(EmailAddress::as_str).collect();
    let used = cx.host.mail.usage(account, Some(&list.address))?.bytes;
    Ok(Item {
        accesstype: if lists::is_private(&list) { "private" } else { "public" },
        advertised: list.advertised,
        archive_private: list.archive_private,
        desthost: host.to_owned(),
        diskused: measure::wire(used),
        humandiskused: measure::human(used),
        listadmin: admins.join(","),
        listid: lists::id(&list),
        subscribe_policy: list.subscribe_policy,
        list: list.address,
    })
}

/// See [`Params`].
pub struct ListLists;

impl Function for ListLists {
    const NAME: &'static str = "list_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let pattern = Pattern::of(params.regex.as_deref())?;
        if let Some(domain) = &params.domain {
            domains::own(&*tx, &account, "domain", domain)?;
        }
        let fits = |list: &MailingList| {
            params.domain.as_ref().is_none_or(|domain| list.domain == *domain)
                && pattern.fits(list.address.as_str())
        };
        let host = cx.host.system.hostname()?;
        let found = lists::of(&*tx, &account)?.into_iter().filter(fits);
        found.map(|list| item(cx, &*tx, &account, &host, list)).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, world};

    #[test]
    fn lists_are_listed_with_their_administrators() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        data(
            &world,
            "add_mailman_delegates",
            &[("list", "news"), ("delegates", "a@b.test,c@d.test")],
        );
        let told = data(&world, "list_lists", &[("domain", "amy.test"), ("regex", "^news")]);
        let one = &told[0];
        assert_eq!(
            (&one["list"], &one["listid"]),
            (&"news@amy.test".into(), &"news_amy.test".into())
        );
        assert_eq!(one["listadmin"], "a@b.test,c@d.test");
        assert_eq!((&one["desthost"], &one["diskused"]), (&"host.example.test".into(), &0.into()));
        let none = data(&world, "list_lists", &[("regex", "^x")]);
        assert_eq!(none.as_array().unwrap().len(), 0);
        assert!(refusal(&world, "list_lists", &[("domain", "bob.test")]).starts_with("domain: "));
    }
}
