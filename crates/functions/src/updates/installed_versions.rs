//! `installed_versions`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// Lists the versions of the software on the server.
#[derive(Input)]
pub struct Params {
    /// 1: add the three package arrays.
    #[param(default = 0)]
    pub packages: Flag,
}

/// What `installed_versions` answers.
#[derive(Output)]
pub struct Reply {
    /// The apache.
    pub apache: Value,
    /// The apache PHP default version.
    pub apache_php_default_version: Value,
    /// The apache PHP versions.
    pub apache_php_versions: Vec<Value>,
    /// The bind.
    pub bind: Value,
    /// The clamav.
    pub clamav: Value,
    /// The cPanel and WHM.
    pub cpanel_and_whm: String,
    /// The cPanel packages.
    #[param(absent)]
    pub cpanel_packages: Option<Vec<String>>,
    /// The cPanel PHP.
    pub cpanel_php: Value,
    /// The cron.
    pub cron: Value,
    /// The cronie.
    pub cronie: Value,
    /// The dovecot.
    pub dovecot: Value,
    /// The ea 4 packages.
    #[param(absent)]
    pub ea_4_packages: Option<Vec<String>>,
    /// The easyapache.
    pub easyapache: Value,
    /// The exim.
    pub exim: Value,
    /// The linux kernel.
    pub linux_kernel: String,
    /// The mailman.
    pub mailman: Value,
    /// The mariadb.
    pub mariadb: Value,
    /// The mariadb build.
    pub mariadb_build: Value,
    /// The munin.
    pub munin: Value,
    /// The MySQL.
    pub mysql: Value,
    /// The MySQL build.
    pub mysql_build: Value,
    /// The nscd.
    pub nscd: Value,
    /// The openssh server.
    #[param(name = "openssh-server")]
    pub openssh_server: Value,
    /// The operating system name.
    pub operating_system_name: String,
    /// The operating system version.
    pub operating_system_version: String,
    /// The operating system packages.
    #[param(absent)]
    pub os_packages: Option<Vec<String>>,
    /// The p0f.
    pub p0f: Value,
    /// The postgresql.
    pub postgresql: Value,
    /// The postgresql build.
    pub postgresql_build: Value,
    /// The powerdns.
    pub powerdns: Value,
    /// The proftpd.
    pub proftpd: Value,
    /// The pureftpd.
    pub pureftpd: Value,
    /// The roundcube.
    pub roundcube: Value,
    /// The rsyslog.
    pub rsyslog: Value,
    /// The spamd.
    pub spamd: Value,
    /// The squirrelmail.
    #[param(absent)]
    pub squirrelmail: Option<Value>,
}

/// See [`Params`].
pub struct InstalledVersions;

impl Function for InstalledVersions {
    const NAME: &'static str = "installed_versions";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
