//! `Variables::get_server_information`

use api::{Cx, Effect, Engine, Flag, Function, Input, Needs, Output, Result};
use functions::domain::passwords;

use super::picked::Picked;

/// Gives settings of the server that concern accounts.
#[derive(Input)]
pub struct Params {
    /// The keys to give; all of them where none is named.
    #[param(family)]
    pub name: Vec<String>,
}

/// What `get_server_information` answers, of which there is only what was asked for; what the
/// server does not have is left out.
#[derive(Output)]
pub struct Reply {
    /// The theme of new accounts.
    #[param(absent)]
    pub default_theme: Option<String>,
    /// Where the web server listens, without TLS.
    #[param(absent)]
    pub apache_port: Option<String>,
    /// Where it listens with TLS.
    #[param(absent)]
    pub apache_ssl_port: Option<String>,
    /// Whether names of databases begin with the account's.
    #[param(absent)]
    pub database_prefix_required: Option<Flag>,
    /// The form of new mailboxes.
    #[param(absent)]
    pub mailbox_storage_format: Option<&'static str>,
    /// The strength that passwords must have.
    #[param(absent)]
    pub minimum_password_strength: Option<u8>,
    /// The strength that passwords of MySQL users must have.
    #[param(absent)]
    pub minimum_password_strength_mysql: Option<u8>,
    /// Where accounts reach MySQL.
    #[param(absent)]
    pub mysql_host: Option<&'static str>,
    /// The version of MySQL.
    #[param(absent)]
    pub mysql_version: Option<String>,
}

/// See [`Params`].
pub struct GetServerInformation;

impl Function for GetServerInformation {
    const NAME: &'static str = "get_server_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Picked<Reply>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let strength = |service| passwords::required_strength(&*tx, service);
        let (any, mysql) = (strength("default")?, strength("mysql")?);
        drop(tx);
        let settings = &cx.host.settings;
        let (plain, tls) = settings.web_ports;
        let reply = Reply {
            default_theme: Some(settings.theme.clone()),
            apache_port: Some(format!("{}:{plain}", settings.shared_ip)),
            apache_ssl_port: Some(format!("{}:{tls}", settings.shared_ip)),
            // The one rule for names, and the one form of mailboxes that is made unasked.
            database_prefix_required: Some(Flag(true)),
            mailbox_storage_format: Some("maildir"),
            minimum_password_strength: Some(any),
            minimum_password_strength_mysql: Some(mysql),
            mysql_host: Some("localhost"),
            mysql_version: Some(cx.host.databases.server(Engine::Mysql)?.version),
        };
        Ok(Picked::new(reply, params.name))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn settings_of_the_server_are_told_by_name() {
        let world = World::new().plant_account("anna", "root");
        world
            .call("root", "setminimumpasswordstrengths", &[("default", "31"), ("mysql", "32")])
            .unwrap();
        let form = [
            ("name", "minimum_password_strength"),
            ("name-1", "minimum_password_strength_mysql"),
            ("name-2", "default_theme"),
            ("name-3", "apache_port"),
        ];
        let data = world.uapi_data("anna", "Variables", "get_server_information", &form);
        assert_eq!(
            data,
            json!({"default_theme": "jupiter", "apache_port": "192.0.2.10:80",
                   "minimum_password_strength": 31, "minimum_password_strength_mysql": 32})
        );
    }
}
