//! `DomainInfo::domains_data`

use api::{
    Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result, Sink, Type, Word,
    records::DomainKind,
};
use functions::domain::domains::settings::{self, SiteSettings};

use super::entry::Entry;

/// Give the web hosting data of all domains of the account.
#[derive(Input)]
pub struct Params {
    /// An object of lists by kind, or one list of all domains with the main one first.
    #[param(default = Format::Hash)]
    pub format: Format,
    /// 1 leaves temporary domains out; `main_domain` is then null where it is one.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
    /// 1 adds `all_aliases_valid`, `can_https_redirect` and `is_https_redirecting`.
    #[param(default = 0)]
    pub return_https_redirects_status: Flag,
}

/// What `format` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Format {
    /// `hash`.
    #[word("hash")]
    Hash,
    /// `list`.
    #[word("list")]
    List,
}

/// What `domains_data` answers.
pub enum Reply {
    /// The domains by kind; nothing in the place of a main domain that is left out.
    ByKind(Option<Box<Entry>>, ByKind),
    /// All of them.
    All(Vec<Entry>),
}

/// What `domains_data` answers by kind.
#[derive(Output)]
pub struct Kinds {
    /// The main domain; null where it is left out.
    pub main_domain: Entry,
    /// The addon domains.
    pub addon_domains: Vec<Entry>,
    /// The names of the aliases, which have the main domain's site.
    pub parked_domains: Vec<String>,
    /// The subdomains.
    pub sub_domains: Vec<Entry>,
}

/// The domains beside the main one.
pub struct ByKind {
    addons: Vec<Entry>,
    aliases: Vec<String>,
    subdomains: Vec<Entry>,
}

impl Output for Reply {
    const TYPE: Type = Kinds::TYPE;
    fn put(&self, sink: &mut dyn Sink) {
        match self {
            Self::All(entries) => entries.put(sink),
            Self::ByKind(main, others) => {
                sink.open_object();
                sink.key("main_domain");
                match main {
                    Some(main) => main.put(sink),
                    None => sink.null(),
                }
                sink.key("addon_domains");
                others.addons.put(sink);
                sink.key("parked_domains");
                others.aliases.put(sink);
                sink.key("sub_domains");
                others.subdomains.put(sink);
                sink.close_object();
            }
        }
    }
}

/// See [`Params`].
pub struct DomainsData;

impl Function for DomainsData {
    const NAME: &'static str = "domains_data";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mut sites = settings::all(cx.host, &*tx, &account)?;
        sites.retain(|site| !(params.hide_temporary_domains.0 && site.temporary.0));
        let https = params.return_https_redirects_status.0;
        let entry = |site: SiteSettings| Entry::of(&account, site, https);
        sites.sort_by_key(|site| site.kind != DomainKind::Main);
        if params.format == Format::List {
            return Ok(Reply::All(sites.into_iter().map(entry).collect()));
        }
        let mut of = |kind: DomainKind| -> Vec<Entry> {
            let (some, others) =
                std::mem::take(&mut sites).into_iter().partition(|site| site.kind == kind);
            sites = others;
            <Vec<SiteSettings>>::into_iter(some).map(entry).collect()
        };
        let main = of(DomainKind::Main).pop();
        let (addons, subdomains) = (of(DomainKind::Addon), of(DomainKind::Sub));
        let aliases = sites.iter().map(|site| site.domain.to_string()).collect();
        Ok(Reply::ByKind(main.map(Box::new), ByKind { addons, aliases, subdomains }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_domains_are_told_by_kind_or_in_one_list() {
        let world = super::super::tests::world();
        let data = world.uapi_data("alice", "DomainInfo", "domains_data", &[]);
        assert_eq!(data["main_domain"]["documentroot"], "/home/alice/public_html");
        assert_eq!(
            data["main_domain"]["serveralias"],
            "www.alice.test alias.example www.alias.example"
        );
        assert_eq!(data["addon_domains"][0]["servername"], "shop.alice.test");
        assert_eq!(data["addon_domains"][0]["type"], "addon_domain");
        assert_eq!(data["parked_domains"], json!(["alias.example"]));
        assert_eq!(data["sub_domains"][1]["domain"], "shop.alice.test");
        assert!(data["main_domain"].get("can_https_redirect").is_none());
        let form = [("format", "list"), ("return_https_redirects_status", "1")];
        let data = world.uapi_data("alice", "DomainInfo", "domains_data", &form);
        assert_eq!(data.as_array().unwrap().len(), 5);
        assert_eq!(
            (&data[0]["type"], &data[0]["can_https_redirect"]),
            (&"main_domain".into(), &0.into())
        );
    }

    #[test]
    fn a_temporary_domain_is_left_out_where_it_is_not_wanted() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.temporary_domain = true.into());
        let form = [("hide_temporary_domains", "1")];
        let data = world.uapi_data("alice", "DomainInfo", "domains_data", &form);
        assert!(data["main_domain"].is_null());
        let said = world.uapi_refusal(
            "alice",
            "DomainInfo",
            "single_domain_data",
            &[("domain", "alice.test"), ("hide_temporary_domains", "1")],
        );
        assert!(said.contains("[alice.test] is a temporary domain"), "{said}");
    }
}
