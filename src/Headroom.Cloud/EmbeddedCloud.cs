using System.Security.Cryptography;
using Headroom.Cloud.Clock;
using Headroom.Cloud.Gateway;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Store;

namespace Headroom.Cloud;

/// <summary>A running embedded cloud: gateway, clock, kernel and rooms put together.</summary>
public sealed class EmbeddedCloud : IAsyncDisposable
{
    private readonly IDisposable? _storage;
    private readonly HttpGateway _gateway;
    private readonly KernelDriver _driver;
    private readonly ProcessFunctionHost _functions;

    private EmbeddedCloud(IDisposable? storage, HttpGateway gateway, KernelDriver driver, ProcessFunctionHost functions, CloudSettings settings, CloudClock clock, EventLog log)
    {
        (_storage, _gateway, _driver, _functions, Settings, Clock, Log) = (storage, gateway, driver, functions, settings, clock, log);
    }

    /// <summary>Account, Region and endpoint.</summary>
    public CloudSettings Settings { get; }

    /// <summary>Cloud time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Everything that happens in it.</summary>
    public EventLog Log { get; }

    /// <summary>Ends when the cloud is disposed of, or with the fault that stopped it.</summary>
    public Task Completion => _driver.Completion;

    /// <summary>Starts a cloud; it answers requests when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="DataDirectoryException">The folder is in use, or cannot be used.</exception>
    public static async Task<EmbeddedCloud> StartAsync(CloudOptions options)
    {
        var storage = options.DataDirectory is { } directory ? SqliteStorage.Open(directory) : null;
        try
        {
            return await StartAsync(options, storage);
        }
        catch
        {
            storage?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _functions.Dispose();
        _driver.Dispose();
        _storage?.Dispose();
    }

    private static async Task<EmbeddedCloud> StartAsync(CloudOptions options, SqliteStorage? storage)
    {
        var store = new RecordStore(storage ?? (IStorage)new MemoryStorage());
        var memory = KernelMemory.Of(store);
        DemandRegion(memory, options.Region);
        var gateway = await HttpGateway.StartAsync(options.Address, options.Port);
        var wall = TimeProvider.System;
        var settings = new CloudSettings(options.AccountId, options.Region, gateway.Endpoint);
        var clock = new CloudClock(wall, StartTime(options.Start ?? wall.GetUtcNow(), memory), options.Speed);
        var log = new EventLog();
        var functions = new ProcessFunctionHost(clock, wall);
        var rooms = Rooms.With(functions);
        var kernel = new CloudKernel(settings, store, rooms, new PolicyAuthorizer(), new(options.Seed ?? DrawSeed()), log);
        var driver = new KernelDriver(kernel, clock);
        functions.Listen(news => driver.Post(step => LambdaService.Tell(functions, step, news)));
        driver.Start();
        gateway.Serve(new(driver, wall), new(driver, rooms, settings));
        return new(storage, gateway, driver, functions, settings, clock, log);
    }

    // Every ARN that is kept names the Region: under another, nothing would find anything.
    private static void DemandRegion(KernelMemory? memory, string region)
    {
        if (memory?.Region is { } kept && kept != region)
        {
            throw new DataDirectoryException($"the cloud that is kept there is in {kept}, not in {region}. Start it with that Region, or name another folder.");
        }
    }

    // A cloud that ran faster than the wall is ahead of it; its time stands still rather than go back.
    private static DateTimeOffset StartTime(DateTimeOffset wanted, KernelMemory? memory) => memory?.At > wanted ? memory.At : wanted;

    private static ulong DrawSeed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
