//! The life of the server process: first start, listeners, upkeep, the end.

mod certificate;
mod doors;
pub(crate) mod files;
mod first_start;
pub(crate) mod host;
mod hosts;
mod meter;
pub(crate) mod process;
pub(crate) mod socket;
mod stop;
mod upkeep;
mod welcome;

use std::{io, sync::Arc, time::Duration};

use adapters::{embedded::Machine, system::ClusterMembers};
use api::{Error, Host, Kind, Result, function::Hosts, records::Worker};
use functions::domain::change::settling;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::{
    runtime::{self, Runtime},
    task::{JoinSet, spawn_blocking},
    time::timeout,
};

use self::{
    certificate::{Called, Paths},
    doors::{Behind, Doors},
    first_start::RootFiles,
    meter::Traffic,
    socket::Socket,
    stop::{End, Signals, Stop},
    welcome::Welcome,
};
use crate::{
    Server,
    auth::Auth,
    call::{Pool, Relays},
    config::Config,
    http::Crowd,
    metrics,
};

/// How long the start waits for changes that the last server left open.
const RECOVER_WITHIN: Duration = Duration::from_millis(500);
/// How long calls that nobody waits for may go on after that; what they leave open is finished by
/// the next start.
const CALLS_END_WITHIN: Duration = Duration::from_secs(5);

/// What a start has opened before it serves.
struct Prepared {
    server: Arc<Server>,
    certificate: Paths,
    welcome: Welcome,
    worker: Option<Worker>,
}

/// Runs the server until SIGTERM or SIGINT.
pub fn serve(config: Config) -> Result<()> {
    if let Hosts::This(name) = &config.settings.hosts {
        let message = format!(
            "This machine is the host “{name}”, which innkeeper work works for; calls are taken by a \
             server that is no host, with hosts = \"store\"."
        );
        return Err(Error::new(Kind::Conflict, message));
    }
    run(config)
}

/// Works for a host until SIGTERM or SIGINT.
pub fn work(config: Config) -> Result<()> {
    run(config)
}

fn run(config: Config) -> Result<()> {
    process::harden();
    files::private_folder(&config.data)?;
    let lock = process::lock(&config.data)?;
    let runtime = runtime()?;
    let served = runtime.block_on(lives(config));
    runtime.shutdown_timeout(CALLS_END_WITHIN);
    drop(lock);
    served
}

fn runtime() -> Result<Runtime> {
    let built = runtime::Builder::new_multi_thread().enable_all().build();
    built.map_err(Error::internal)
}

/// One life after the other; a reboot of the sandbox's machine lies between two. The machine stays, so
/// that the next life sees what calls that are still at work do on it.
async fn lives(mut config: Config) -> Result<()> {
    let mut signals = Signals::new().map_err(Error::internal)?;
    let figures = metrics::start();
    let mut machine = None;
    loop {
        machine = life(&mut config, machine, &mut signals, figures.clone()).await?;
        match &machine {
            Some(machine) => machine.boot(),
            None => return Ok(()),
        }
    }
}

/// Serves until the end; gives the machine where that is a reboot.
async fn life(
    config: &mut Config,
    machine: Option<Arc<Machine>>,
    signals: &mut Signals,
    figures: PrometheusHandle,
) -> Result<Option<Arc<Machine>>> {
    let first = machine.is_none();
    let doors = Doors::bind(config).await?;
    doors.pin(&mut config.ports);
    doors.settle(&mut config.settings);
    let (addresses, own) = (doors.addresses(), config.clone());
    let prepared = spawn_blocking(move || prepare(own, machine));
    let Prepared { server, certificate, welcome, worker } =
        prepared.await.map_err(Error::internal)??;
    let is_host = matches!(server.host.settings.hosts, Hosts::This(_));
    if server.host.settings.hosts == Hosts::One {
        upkeep::recover(&server.host, RECOVER_WITHIN).await?;
    }

    let (ended, stop) = Stop::new();
    let traffic = Arc::new(Traffic::default());
    let behind = Behind { certificate, traffic: Arc::clone(&traffic), figures };
    let mut served = doors.open(&server, behind, &stop)?;
    if !is_host {
        let socket = Socket::bind(&server.config.data)?;
        served.spawn(socket.serve(Arc::clone(&server), stop.wait()));
    }
    let keep = upkeep::keep(Arc::clone(&server), Arc::clone(&traffic), worker);
    let mut upkeep = tokio::spawn(keep);
    if first {
        welcome.say(&mut io::stdout(), &addresses).map_err(Error::internal)?;
    }
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "the server is ready");

    let end = tokio::select! {
        end = End::of(signals, server.machine.own()) => end,
        _ = &mut upkeep, if is_host => End::Replaced,
    };
    tracing::info!(?end, "the server ends");
    ended.send_replace(true);
    drain(&mut served, end.patience()).await;
    upkeep.abort();
    close(&server, &traffic, end).await
}

/// Writes down what is still to be; gives the machine where another life follows on it.
async fn close(
    server: &Arc<Server>,
    traffic: &Arc<Traffic>,
    end: End,
) -> Result<Option<Arc<Machine>>> {
    let (host, traffic) = (Arc::clone(&server.host), Arc::clone(traffic));
    let last = move || {
        traffic.flush(&host)?;
        settling::settle(&host)
    };
    spawn_blocking(last).await.map_err(Error::internal)??;
    if end == End::Replaced {
        let message =
            "Another process works for this host now, as this one was silent for too long.";
        return Err(Error::new(Kind::Conflict, message));
    }
    let own = server.machine.own().filter(|_| end.is_reboot());
    Ok(own.map(Arc::clone))
}

/// Opens what is served. It blocks.
fn prepare(config: Config, machine: Option<Arc<Machine>>) -> Result<Prepared> {
    ClusterMembers::new(config.dns_cluster.iter().cloned()).check()?;
    let settings = config.settings.clone();
    let host::Opened { host, machine } = match machine {
        Some(machine) => host::with(&config, settings, machine)?,
        None => host::open(&config, settings)?,
    };
    let shared = host.settings.shared_ip.parse();
    let addresses = std::iter::once(config.listen).chain(shared.ok()).collect();
    let called = Called { hostname: host.system.hostname()?, addresses };
    let certificate = certificate::ensure(&config.data, &called, host.clock.now())?;
    if let Some(machine) = machine.own() {
        machine.set_own_certificate(certificate.read()?);
    }
    let root = RootFiles::in_folder(&config.data);
    hosts::prepare(&host)?;
    let worker = hosts::worker(&host, &config.data)?;
    let (first, socket, relays) = match (&host.settings.hosts, &worker) {
        (Hosts::This(name), Some(worker)) => {
            let door = hosts::begin(&host, worker, name)?;
            (false, None, Relays::behind(door))
        }
        _ => {
            let first = take_calls(&host, &config, &root)?;
            (first, Some(socket::path(&config.data)), Relays::default())
        }
    };
    let welcome = Welcome { first, certificate: certificate.certificate.clone(), root, socket };
    let (pool, crowd) = (Pool::new(&config.limits), Crowd::new(&config.limits));
    let auth = Auth::new(&host)?;
    let server = Arc::new(Server { host, machine, config, auth, pool, crowd, relays });
    Ok(Prepared { server, certificate, welcome, worker })
}

/// Prepares the store for calls; gives whether this was the first start.
fn take_calls(host: &Host, config: &Config, root: &RootFiles) -> Result<bool> {
    functions::domain::dns::keys::seal_former(host)?;
    first_start::complete(host, root, config.minimum_password_strength)
}

async fn drain(served: &mut JoinSet<()>, patience: Duration) {
    let all = async { while served.join_next().await.is_some() {} };
    if timeout(patience, all).await.is_err() {
        tracing::warn!("what did not end in time was cut");
        served.shutdown().await;
    }
}
