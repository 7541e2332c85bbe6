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
    /// <exception cref="IOException">The port is taken, or the folder is in use.</exception>
    public static async Task<EmbeddedCloud> StartAsync(CloudOptions options)
    {
        var storage = options.DataDirectory is { } directory ? SqliteStorage.Open(directory) : null;
        var gateway = await HttpGateway.StartAsync(options.Address, options.Port);
        var wall = TimeProvider.System;
        var settings = new CloudSettings(options.AccountId, options.Region, gateway.Endpoint);
        var store = new RecordStore(storage ?? (IStorage)new MemoryStorage());
        var clock = new CloudClock(wall, StartTime(options.Start ?? wall.GetUtcNow(), KernelMemory.Of(store)), options.Speed);
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _functions.Dispose();
        _driver.Dispose();
        _storage?.Dispose();
    }

    // A cloud that ran faster than the wall is ahead of it; its time stands still rather than go back.
    private static DateTimeOffset StartTime(DateTimeOffset wanted, KernelMemory? memory) => memory?.At > wanted ? memory.At : wanted;

    private static ulong DrawSeed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
