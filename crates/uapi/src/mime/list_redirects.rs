//! `Mime::list_redirects`

use api::{
    Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word,
    records::{Redirect, RedirectKind, WwwRule},
};
use functions::domain::domains::{Domains, pattern::Pattern, redirects, roots};

/// List the redirects of the account's domains.
#[derive(Input)]
pub struct Params {
    /// Only those that lead to this URL.
    pub destination: Option<String>,
    /// A regular expression that the domain must match, in any case.
    pub regex: Option<String>,
}

/// A redirect.
#[derive(Output)]
pub struct Item {
    /// The URL that visitors are sent to.
    pub destination: String,
    /// The domain, as people are shown it.
    pub displaydomain: String,
    /// The path, as people are shown it.
    pub displaysourceurl: String,
    /// The folder of the domain's site, as a whole path.
    pub docroot: String,
    /// The domain.
    pub domain: String,
    /// What kind of rule it is.
    pub kind: Kind,
    /// Whether it is followed with `www.` before the domain too.
    pub matchwww: Flag,
    /// `checked` where it is; otherwise empty.
    pub matchwww_text: String,
    /// The options of the rule: `R=301,L` or `R=302,L`.
    pub opts: String,
    /// The path.
    pub source: String,
    /// The path.
    pub sourceurl: String,
    /// The status that visitors are answered with.
    pub statuscode: String,
    /// The URL that visitors are sent to.
    pub targeturl: String,
    /// For how long.
    #[param(name = "type")]
    pub duration: Type,
    /// The domain.
    pub urldomain: String,
    /// Whether what is below the path is sent on too.
    pub wildcard: Flag,
    /// `checked` where it is; otherwise empty.
    pub wildcard_text: String,
}

/// What `kind` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Kind {
    /// `rewrite`.
    #[word("rewrite")]
    Rewrite,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `permanent`.
    #[word("permanent")]
    Permanent,
    /// `temporary`.
    #[word("temporary")]
    Temporary,
}

/// See [`Params`].
pub struct ListRedirects;

impl Function for ListRedirects {
    const NAME: &'static str = "list_redirects";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let pattern = Pattern::read("regex", params.regex.as_deref())?;
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domains = Domains::of(&*tx, account.name())?;
        let rows = redirects::of(&*tx, account.name())?.into_iter().filter(|row| {
            pattern.matches(row.domain.as_str())
                && params.destination.as_ref().is_none_or(|wanted| *wanted == row.target)
        });
        let item = |row: Redirect| {
            let folder = domains.find(row.domain.as_str()).map(|row| row.document_root.as_str());
            Item::of(row, roots::whole(&account, folder.unwrap_or_default()))
        };
        Ok(rows.map(item).collect())
    }
}

impl Item {
    fn of(row: Redirect, docroot: String) -> Self {
        let (duration, status) = match row.kind {
            RedirectKind::Permanent => (Type::Permanent, "301"),
            RedirectKind::Temporary => (Type::Temporary, "302"),
        };
        let www = row.www == WwwRule::Either;
        let checked = |flag: bool| if flag { "checked" } else { "" }.to_owned();
        Self {
            destination: row.target.clone(),
            displaydomain: row.domain.to_string(),
            displaysourceurl: row.path.clone(),
            docroot,
            domain: row.domain.to_string(),
            kind: Kind::Rewrite,
            matchwww: Flag(www),
            matchwww_text: checked(www),
            opts: format!("R={status},L"),
            source: row.path.clone(),
            sourceurl: row.path,
            statuscode: status.to_owned(),
            targeturl: row.target,
            duration,
            urldomain: row.domain.to_string(),
            wildcard: row.wildcard,
            wildcard_text: checked(row.wildcard.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn redirects_are_listed_by_domain_and_destination() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for (user, src, redirect) in [
            ("alice", "/a", "https://a.example/"),
            ("alice", "/b", "https://b.example/"),
            ("bob", "/c", "https://a.example/"),
        ] {
            let domain = format!("{user}.test");
            let form = [("domain", domain.as_str()), ("src", src), ("redirect", redirect)];
            world.uapi(user, "Mime", "add_redirect", &form).unwrap();
        }
        let list = |form: &[(&str, &str)]| {
            let rows = world.uapi_data("alice", "Mime", "list_redirects", form);
            rows.as_array().unwrap().clone()
        };
        assert_eq!(list(&[]).len(), 2);
        assert_eq!(list(&[("regex", "bob")]).len(), 0);
        let rows = list(&[("destination", "https://b.example/")]);
        assert_eq!((rows.len(), &rows[0]["source"]), (1, &"/b".into()));
        assert_eq!(
            (&rows[0]["statuscode"], &rows[0]["type"]),
            (&"301".into(), &"permanent".into())
        );
        assert_eq!(rows[0]["docroot"], "/home/alice/public_html");
        assert_eq!((&rows[0]["wildcard"], &rows[0]["matchwww"]), (&0.into(), &1.into()));
    }
}
