//! `listaccts`

use api::{Acl, Cx, Effect, Flag, Function, Input, Legacy, List, Needs, Output, Result};

use crate::domain::{
    account_list::{AccountList, Listed},
    search::{Search, SearchMethod, SearchType},
    summary::Summary,
};

/// Lists the accounts, all or those that a search finds.
#[derive(Debug, Input)]
pub struct Params {
    /// A regular expression, or with `searchmethod=exact` the text itself. Case does not matter.
    /// Without `searchtype` it is not used.
    pub search: Option<String>,
    /// How `search` is matched; as a regular expression unless said otherwise.
    pub searchmethod: Option<SearchMethod>,
    /// What `search` is matched against; without `search` it is not used.
    pub searchtype: Option<SearchType>,
    /// The keys to give of each account, parted by commas; all where it is absent.
    pub want: Option<String>,
}

/// The accounts.
#[derive(Output)]
pub struct Reply {
    /// The accounts, by name.
    pub acct: List<Listed>,
}

/// See [`Params`].
pub struct ListAccts;

impl Function for ListAccts {
    const NAME: &'static str = "listaccts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::STATE.keeping(&["acct"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let search =
            Search::read(params.search.as_deref(), params.searchtype, params.searchmethod)?;
        let blank = Summary {
            has_backup: Some(Flag(false)),
            standalone_feature: Some(String::new()),
            standalone_feature_name: Some(String::new()),
            ..Summary::blank(&cx.host.settings.home_base)
        };
        let list = AccountList::new(cx.host, cx.scope(), search, blank, wanted(params.want));
        Ok(Reply { acct: List::Source(Box::new(list)) })
    }
}

fn wanted(want: Option<String>) -> Option<Vec<String>> {
    let keys: Vec<String> =
        want?.split(',').map(|key| key.trim().to_owned()).filter(|key| !key.is_empty()).collect();
    (!keys.is_empty()).then_some(keys)
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Cx, Value,
        reply::{Narrow, Narrowed, RowSource},
    };

    use crate::testing::World;

    fn world() -> World {
        World::new()
            .reseller("bob", &[Acl::ListAccts])
            .plant_account("anna", "bob")
            .plant_account("bert", "root")
            .plant_account("carl", "bob")
    }

    fn users(data: &Value) -> Vec<&str> {
        data["acct"].as_array().unwrap().iter().map(|one| one["user"].as_str().unwrap()).collect()
    }

    #[test]
    fn each_caller_sees_the_own_accounts() {
        let world = world().plant_account("bob", "root");
        assert_eq!(users(&world.data("root", "listaccts", &[])), ["anna", "bert", "bob", "carl"]);
        assert_eq!(users(&world.data("bob", "listaccts", &[])), ["anna", "bob", "carl"]);
        assert_eq!(world.refusal("anna", "listaccts", &[]), "The gate refused.");
    }

    #[test]
    fn a_search_needs_both_parts_and_finds_exactly_or_by_pattern() {
        let world = world();
        let found = |form: &[(&str, &str)]| users(&world.data("root", "listaccts", form)).join(" ");
        assert_eq!(found(&[("search", "anna")]), "anna bert carl");
        assert_eq!(found(&[("search", "^AN"), ("searchtype", "user")]), "anna");
        assert_eq!(found(&[("search", "r"), ("searchtype", "user")]), "bert carl");
        let exact = ("searchmethod", "exact");
        assert_eq!(found(&[("search", "an"), ("searchtype", "user"), exact]), "");
        assert_eq!(found(&[("search", "Bob"), ("searchtype", "owner"), exact]), "anna carl");
        assert_eq!(found(&[("search", r"^carl\.test$"), ("searchtype", "domain")]), "carl");
        assert!(
            world
                .refusal("root", "listaccts", &[("search", "("), ("searchtype", "ip")])
                .starts_with("search: ")
        );
    }

    #[test]
    fn the_wanted_keys_are_given_alone() {
        let data = world().data("bob", "listaccts", &[("want", "user, diskused,ipv6,none")]);
        assert_eq!(data["acct"][0], serde_json::json!({"diskused":"0M","ipv6":[],"user":"anna"}));
    }

    #[test]
    fn a_row_is_as_clients_read_it() {
        let row = &world().data("root", "listaccts", &[])["acct"][0];
        for (key, value) in [
            ("disklimit", "500M".into()),
            ("diskused", "0M".into()),
            ("maxsub", "unlimited".into()),
            ("maxpop", 10.into()),
            ("startdate", "26 Jan 01 00:00".into()),
            ("unix_startdate", 1_767_225_600.into()),
            ("suspendreason", "not suspended".into()),
            ("suspendtime", Value::Null),
            ("partition", "home".into()),
            ("plan", "default".into()),
            ("standalone_feature", "".into()),
            ("has_backup", 0.into()),
        ] {
            assert_eq!(row[key], value, "{key}");
        }
        assert_eq!(row.as_object().unwrap().len(), 43);
    }

    /// What the list gives after `wish`, with what it took over.
    fn narrowed(world: &World, user: &str, wish: &Narrow) -> (Vec<String>, Narrowed) {
        let caller = world.caller(user);
        let relay = crate::testing::NoRelay;
        let cx = Cx {
            caller: &caller,
            host: &world.host,
            relay: &relay,
            function: "listaccts",
            notes: std::cell::RefCell::default(),
        };
        let form = api::Form::default();
        let params = <super::Params as api::Input>::read(&form).unwrap();
        let reply = <super::ListAccts as api::Function>::run(&cx, params).unwrap();
        let api::Data::Rows(mut rows) = api::Output::into_data(reply) else { panic!("rows") };
        let taken = RowSource::narrow(&mut *rows.source, wish).unwrap();
        let data = api::Data::Rows(rows).into_tree().unwrap().unwrap();
        (users(&data).into_iter().map(str::to_owned).collect(), taken)
    }

    fn equal(field: &str, text: &str) -> Narrow {
        Narrow { equal: vec![(field.to_owned(), text.to_owned())], ..Narrow::default() }
    }

    #[test]
    fn filters_on_indexed_fields_are_the_stores() {
        let world = world();
        for (field, text, found) in [
            ("user", "ANNA", "anna"),
            ("domain", "carl.test", "carl"),
            ("owner", "bob", "anna carl"),
            ("plan", "DEFAULT", "anna bert carl"),
            ("ip", "192.0.2.10", "anna bert carl"),
            ("suspended", "1", ""),
            ("uid", "1001", "bert"),
        ] {
            let wish = Narrow { window: Some((0, 9)), ..equal(field, text) };
            let (users, taken) = narrowed(&world, "root", &wish);
            assert_eq!(users.join(" "), found, "{field}");
            assert!(taken.equal, "{field}");
            assert_eq!((taken.records, taken.matches), (Some(3), u64::try_from(users.len()).ok()));
        }
        let (users, taken) = narrowed(&world, "root", &equal("user", "anna"));
        assert_eq!((users.len(), taken.records, taken.matches), (1, Some(3), None));
        for (field, text) in [("suspended", "0.0"), ("theme", "jupiter"), ("user", "ANN\u{212a}")] {
            assert!(!narrowed(&world, "root", &equal(field, text)).1.equal, "{field}");
        }
    }

    #[test]
    fn sort_and_window_are_the_stores_and_stay_in_scope() {
        let world = world();
        let sort = Some(("user".to_owned(), true));
        let wish = Narrow { sort, sorted: true, window: Some((0, 1)), ..equal("owner", "bob") };
        let (users, taken) = narrowed(&world, "bob", &wish);
        assert_eq!(users, ["carl"]);
        assert!(taken.sort && taken.window);
        assert_eq!((taken.records, taken.matches), (Some(2), Some(2)));
        let wish = Narrow { sorted: true, window: Some((0, 1)), ..Narrow::default() };
        let (users, taken) = narrowed(&world, "bob", &wish);
        assert_eq!(users, ["anna", "carl"]);
        assert!(!taken.window);
    }
}
