//! `restartservice`

use api::{Acl, Cx, Effect, Error, Flag, Function, Input, Kind, Needs, Output, Result};

use crate::domain::daemons::{self, ServiceName};

/// The one service for which the privilege of clusters is enough.
const OF_CLUSTERS: ServiceName = ServiceName::Named;

/// Ends a service and starts it again.
#[derive(Input)]
pub struct Params {
    /// Its name, as `servicestatus` gives it.
    pub service: ServiceName,
    /// 1: the answer says nothing of how it went.
    #[param(default = 0)]
    pub queue_task: Flag,
}

/// What `restartservice` answers.
#[derive(Output)]
pub struct Reply {
    /// How it went.
    #[param(absent)]
    pub output: Option<String>,
    /// The service.
    pub service: ServiceName,
}

/// See [`Params`].
pub struct Restartservice;

impl Function for Restartservice {
    const NAME: &'static str = "restartservice";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Restart, Acl::Clustering]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, Params { service, queue_task }: Params) -> Result<Reply> {
        if service != OF_CLUSTERS && !cx.caller.acls.grants(Acl::Restart) {
            let said = format!("service: you may restart “{}” alone.", OF_CLUSTERS.as_str());
            return Err(Error::new(Kind::Denied, said));
        }
        daemons::restart(cx, service)?;
        let output =
            (!queue_task.0).then(|| format!("The service {} is started again.", service.as_str()));
        Ok(Reply { output, service })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn what_is_driven_begins_again_and_nothing_else() {
        let world = World::new();
        for (name, why) in [("telnetd", "telnetd"), ("mysql", "is not driven by this server.")] {
            let said = world.refusal("root", "restartservice", &[("service", name)]);
            assert!(said.starts_with("service: ") && said.contains(why), "{said}");
        }
        assert_eq!(world.machine.reboot_asked(), None);
        let told = world.data("root", "restartservice", &[("service", "httpd")]);
        assert_eq!(told["service"], "httpd");
        assert!(told["output"].as_str().unwrap().contains("httpd"));
        assert_eq!(world.machine.reboot_asked(), Some(false));
        let form = [("service", "httpd"), ("queue_task", "1")];
        assert_eq!(world.data("root", "restartservice", &form).get("output"), None);
    }

    #[test]
    fn a_name_server_that_is_switched_off_stays_so() {
        let world = World::new();
        world.call("root", "set_nameserver", &[("nameserver", "Disabled")]).unwrap();
        let said = world.refusal("root", "restartservice", &[("service", "named")]);
        assert!(said.starts_with("The DNS server is switched off"), "{said}");
        assert_eq!(world.machine.reboot_asked(), None);
    }

    #[test]
    fn who_has_charge_of_clusters_restarts_the_name_server_alone() {
        let world = World::new().reseller("carol", &[Acl::Clustering]);
        let said = world.refusal("carol", "restartservice", &[("service", "httpd")]);
        assert_eq!(said, "service: you may restart “named” alone.");
        assert_eq!(world.machine.reboot_asked(), None);
        world.call("carol", "restartservice", &[("service", "named")]).unwrap();
        assert_eq!(world.machine.reboot_asked(), Some(false));
    }
}
