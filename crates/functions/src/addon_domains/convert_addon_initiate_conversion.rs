//! `convert_addon_initiate_conversion`

use std::collections::BTreeMap;

use api::{
    Cx, DomainName, Effect, Error, Function, Input, Kind, Needs, PackageName, Result, UserName,
    values::text,
};

use crate::domain::conversions;

/// Start converting an addon domain into an account of its own.
#[derive(Input)]
pub struct Params {
    /// The addon domain; becomes the new account's main domain.
    pub domain: DomainName,
    /// Username of the account.
    pub username: UserName,
    /// Database to move; none moved if absent. One or several.
    #[param(family)]
    pub movemysqldb: Vec<String>,
    /// Database user to move; none moved if absent. One or several.
    #[param(family)]
    pub movemysqluser: Vec<String>,
    /// Package of the new account.
    #[param(default = "default")]
    pub pkgname: PackageName,
    /// `copymysqldb-X`: X: existing database name; value: name of the copy in the new account; none
    /// copied if absent.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct ConvertAddonInitiateConversion;

impl Function for ConvertAddonInitiateConversion {
    const NAME: &'static str = "convert_addon_initiate_conversion";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        check_databases(&params)?;
        conversions::enqueue(cx, &params.domain, &params.username, &params.pkgname).map(|_| ())
    }
}

/// Refuses to take databases along: none is left behind without the caller knowing.
fn check_databases(params: &Params) -> Result<()> {
    for (param, given) in
        [("movemysqldb", &params.movemysqldb), ("movemysqluser", &params.movemysqluser)]
    {
        if let Some(name) = given.iter().find(|name| !name.is_empty()) {
            let name = text::shown(name);
            let message = format!("{param}: “{name}” cannot be moved by a conversion.");
            return Err(Error::new(Kind::Conflict, message));
        }
    }
    match params.rest.keys().next() {
        None => Ok(()),
        Some(name) if name.starts_with("copymysqldb-") => {
            let message = format!("{name}: a database cannot be copied by a conversion.");
            Err(Error::new(Kind::Conflict, message))
        }
        Some(name) => Err(Error::param(&text::shown(name), "there is no such parameter.")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::conversions::{self, tests::world};

    #[test]
    fn the_job_is_listed_until_and_after_it_is_done() {
        let world = world();
        let form = [("domain", "shop.example"), ("username", "shop")];
        assert!(world.data("root", "convert_addon_initiate_conversion", &form).is_null());
        let jobs = |world: &crate::testing::World| {
            world.data("root", "convert_addon_list_conversions", &[])["conversions"].clone()
        };
        assert_eq!(jobs(&world)[0]["status"], "IN PROGRESS");
        let details = |world: &crate::testing::World| {
            world.data("root", "convert_addon_fetch_conversion_details", &[("job_id", "1")])
        };
        assert_eq!(details(&world)["job_status"], "QUEUED");
        conversions::run_next(&world.host).unwrap();
        assert_eq!(details(&world)["job_status"], "DONE");
        assert_eq!(details(&world)["steps"].as_array().unwrap().len(), 3);
        assert_eq!(details(&world)["steps"][0]["warnings"], "");
        let now = world.host.clock.now().0;
        let done = json!({
            "domain": "shop.example", "end_time": now, "job_id": 1, "source_acct": "alice",
            "start_time": now, "status": "DONE", "target_acct": "shop",
        });
        assert_eq!(jobs(&world)[0], done);
        let form = [("job_id-0", "1")];
        let status = world.data("root", "convert_addon_get_conversion_status", &form);
        assert_eq!(status["1"]["job_status"], "DONE");
        assert_eq!(status["1"]["job_id"], "1");
    }

    #[test]
    fn what_cannot_be_converted_is_refused_by_its_parameter() {
        let world = world().account("bob", "root");
        let refusal = |form: &[(&str, &str)]| {
            let form = [&[("domain", "shop.example"), ("username", "shop")], form].concat();
            world.refusal("root", "convert_addon_initiate_conversion", &form)
        };
        for (name, value, said) in [
            ("domain", "alice.test", "domain: "),
            ("username", "bob", "username: "),
            ("pkgname", "none", "pkgname: "),
            ("movemysqldb-0", "alice_db", "movemysqldb: "),
            ("movemysqluser", "alice_u", "movemysqluser: "),
            ("copymysqldb-alice_db", "shop_db", "copymysqldb-alice_db: "),
        ] {
            let told = refusal(&[(name, value)]);
            assert!(told.starts_with(said), "{told}");
        }
        assert!(
            world.data("root", "convert_addon_list_conversions", &[])["conversions"]
                .as_array()
                .unwrap()
                .is_empty()
        );
    }
}
