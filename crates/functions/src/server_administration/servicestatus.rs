//! `servicestatus`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::daemons::ServiceName;

/// Tells which services this server drives, and whether they run.
#[derive(Input)]
pub struct Params {
    /// The name of one; all where it is left out.
    pub service: Option<ServiceName>,
}

/// What `servicestatus` answers.
#[derive(Output)]
pub struct Reply {
    /// The services.
    pub service: Vec<Service>,
}

/// A service.
#[derive(Output)]
pub struct Service {
    /// What it is shown as.
    pub display_name: String,
    /// Whether it is started with the machine.
    pub enabled: Flag,
    /// Whether this server drives it.
    pub installed: Flag,
    /// Whether it is started again where it ends.
    pub monitored: Flag,
    /// Its name.
    pub name: String,
    /// Whether it runs; absent where it is not driven.
    #[param(absent)]
    pub running: Option<Flag>,
}

/// See [`Params`].
pub struct Servicestatus;

impl Function for Servicestatus {
    const NAME: &'static str = "servicestatus";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Status, Acl::Restart]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let wanted = params.service.map_or_else(|| ServiceName::ALL.to_vec(), |one| vec![one]);
        let driven = cx.host.system.daemons()?;
        let told = wanted.into_iter().map(|service| {
            let found = driven.iter().find(|(daemon, _)| service.is_of(*daemon));
            let is_driven = Flag(found.is_some());
            Service {
                display_name: service.display().to_owned(),
                enabled: is_driven,
                installed: is_driven,
                monitored: is_driven,
                name: service.as_str().to_owned(),
                running: found.map(|(_, runs)| Flag(*runs)),
            }
        });
        Ok(Reply { service: told.collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn what_the_machine_serves_is_told_and_all_else_is_absent() {
        let world = World::new().reseller("carol", &[api::Acl::Status]);
        let told = |caller: &str, form: &[(&str, &str)]| {
            world.data(caller, "servicestatus", form)["service"].as_array().unwrap().clone()
        };
        let all = told("carol", &[]);
        assert_eq!(all.len(), 31);
        let driven: Vec<_> =
            all.iter().filter(|one| one["installed"] == 1).map(|one| one["name"].clone()).collect();
        assert_eq!(driven, ["cpsrvd", "httpd", "named"]);
        let named = || told("root", &[("service", "named")])[0].clone();
        assert_eq!((&named()["running"], &named()["monitored"]), (&1.into(), &1.into()));
        world.call("root", "set_nameserver", &[("nameserver", "Disabled")]).unwrap();
        assert_eq!(named()["running"], 0);
        let mysql = told("root", &[("service", "mysql")])[0].clone();
        assert_eq!((&mysql["enabled"], mysql.get("running")), (&0.into(), None));
        let said = world.refusal("root", "servicestatus", &[("service", "telnetd")]);
        assert!(said.starts_with("service: ") && said.contains("telnetd"), "{said}");
    }
}
